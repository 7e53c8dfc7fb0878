/** Days and times that a text names, as ideas, so that "Freitag" may become "Friday" and nothing else. */

/** Languages whose names of days and months are known. */
const LANGS = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'da', 'tr', 'ru', 'uk', 'ja'];
/** Names that are everyday words in one of these languages. */
const AMBIGUOUS = new Set(['may', 'march', 'mars', 'mai', 'maj', 'set', 'martes']);

const RELATIVE: Readonly<Record<string, RegExp>> = {
  today: words('today|tonight|heute|aujourd.hui|hoy|oggi|hoje|vandaag|сегодня|今日|本日'),
  tomorrow: words('tomorrow|morgen|demain|mañana|domani|amanhã|завтра|明日'),
  now: words(
    'immediately|instantly|right away|straight away|at once|sofort|unverzüglich|immédiatement|inmediatamente|subito|imediatamente|onmiddellijk|немедленно',
  ),
  next: words(
    '(?:next|this|coming|within (?:a|the|one)|in (?:a|an|one)|by the end of (?:the|this)|end of (?:the )?)\\s?(?:hours?|days?|weeks?|month|year|morning|afternoon|evening|monday)|(?:nächste|diese|kommende|innerhalb)\\p{L}*\\s(?:einer |eines )?(?:stunde|tag|woche|monat|jahr)\\p{L}*|(?:semaine|mois) prochaine?|(?:próxim[oa]|prossim[oa])\\s\\p{L}+|(?:semana|mes) que viene|volgende\\s\\p{L}+',
  ),
  hours: words('hours?|stunden?|heures?|horas?|ore|uur|часов|часа'),
  days: words(
    '(?:business |working )?days|werktage\\p{L}*|tage|tagen|jours|días|giorni|dias|dagen|дней|дня',
  ),
  weeks: words('weeks|wochen|semaines|semanas|settimane|weken|недели|недель'),
  clock: /\p{Nd}\s?(?:am|pm|a\.m\.|p\.m\.|uhr|h\b|o.clock)|\p{Nd}:\p{Nd}{2}/iu,
};

function words(alternatives: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${alternatives})(?![\p{L}\p{N}])`, 'iu');
}

let names: ReadonlyMap<string, string> | undefined;

/** `monday`-like ideas by every name that is known, lower case. */
function loadNames(): ReadonlyMap<string, string> {
  if (names) return names;
  const found = new Map<string, string>();
  const add = (name: string, idea: string) => {
    const plain = name.toLowerCase().replace(/-feira$/u, '');
    if (plain.length > 2 && !AMBIGUOUS.has(plain)) found.set(plain, idea);
  };
  for (const lang of LANGS) {
    const day = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
    const month = new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' });
    // The fifth of January 1970 was a Monday.
    for (let n = 0; n < 7; n += 1) add(day.format(Date.UTC(1970, 0, 5 + n)), `day ${n}`);
    for (let n = 0; n < 12; n += 1) add(month.format(Date.UTC(1970, n, 1)), `month ${n}`);
  }
  names = found;
  return found;
}

/** Ideas of time in a text: days of the week, months, "tomorrow", "next week", spans, a time of day. */
export function findDates(text: string): string[] {
  const known = loadNames();
  const said = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const named = said.flatMap((word) => known.get(word) ?? known.get(word.replace(/s$/u, '')) ?? []);
  const relative = Object.entries(RELATIVE).filter(([, pattern]) => pattern.test(text));
  return [...named, ...relative.map(([idea]) => idea)];
}
