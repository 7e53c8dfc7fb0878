/**
 * Makes a past reply usable for another customer: who was greeted becomes `{name}`, names called elsewhere and
 * handles go, as does the signature of whoever wrote it. A place taken for a name ("in Portland, Oregon.") may go
 * with them: losing a word that a person can put back is better than greeting a customer by another's name.
 */

const NAME_WORD = String.raw`\p{Lu}[\p{L}\p{M}'’-]*`;
const HANDLE = String.raw`(?:@[\p{L}\p{N}_][\p{L}\p{N}_.-]*(?:@[\p{L}\p{N}.-]+)?|__\w+?__)`;
const GREETING =
  'hi|hello|hey|hiya|heya|howdy|dear|good (?:morning|afternoon|evening|day)|greetings|hallo|guten (?:morgen|tag|abend)|moin|servus|liebe[rs]?|bonjour|bonsoir|salut|hola|buen[oa]s (?:d[ií]as|tardes|noches)|ol[áa]|oi|bom dia|boa (?:tarde|noite)|ciao|buongiorno|hoi|dag|hej|hei|merhaba|cześć|привет|здравствуйте';
const THANKS =
  'thanks(?: so much| a lot)?|thank you(?: so much| very much)?|thx|sorry|apologies|welcome(?: back| aboard)?|congrat(?:s|ulations)|cheers|yes|no|okay|ok|sure|danke|merci|gracias|obrigad[oa]|grazie|bedankt';

// Capitalized words that open a sentence after a greeting, or stand where names stand, without being one.
const NO_NAMES = new Set(
  `hi hello hey hiya dear hallo hola bonjour ciao olá i i'm i've i'd i'll we we're we've we'd we'll you you're your our my it it's its this that that's these those the
  a an there they he she thanks thank thx please sorry apologies yes no not okay ok sure great glad good happy just
  so if as at in on for from to and but or all everyone everybody team folks friend friends again guys both what
  what's when where which who why how is are was were do does did can could will would should have has may might let
  let's also however unfortunately fortunately hopefully currently actually once after before while since because
  although though then now here today tomorrow tonight yesterday additionally generally usually typically normally
  otherwise still sadly indeed well oh wow awesome absolutely definitely certainly agreed correct right understood
  true welcome monday tuesday wednesday thursday friday saturday sunday january february march april june july
  august september october november december ja nein oui non sí si não sim leider danke bitte aber und wir ich sie
  es das wenn merci désolé nous vous je gracias lo por nosotros obrigado nós dm faq us usa uk eu tv app pm am`.split(
    /\s+/,
  ),
);

/** Tells whether a handle (with `@`) is a shared one, such as a support account, and not a customer's. */
export type IsSharedHandle = (handle: string) => boolean;

function isName(words: string): boolean {
  const [first = ''] = words.split(/\s+/);
  return !NO_NAMES.has(first.toLowerCase().replaceAll('’', "'"));
}

const LEADING_HANDLES = new RegExp(String.raw`^(?:[\s.]*${HANDLE}[,:]?(?=\s|$))+\s*`, 'u');
const ANY_HANDLE = new RegExp(String.raw`(?<![\p{L}\p{N}_/.])(?:,\s*)?${HANDLE}`, 'gu');
// "*ABC", "^AB", "/AB", "- Ana", also before a last address.
const SIGNATURE =
  /\s*(?:[*^~/]\s?\p{L}{1,12}|(?<=\s)[-–—]\s?\p{Lu}\p{L}{0,11})\s*(?=(?:https?:\S+\s*)?$)/u;
const GREETED = new RegExp(
  String.raw`^((?:${GREETING})(?: there)?)[,!]?\s+(?:(${HANDLE}|${NAME_WORD}(?:[ ]${NAME_WORD}){0,2})|([\p{Ll}\p{Lo}][\p{L}\p{M}'’-]*)(?=\s*[,!.:;–—-]))`,
  'iu',
);
const HONORED = /(?<![\p{L}])(?!お客|皆|みな)(\p{L}{1,12}?|@\S{1,20}?)(様|さん|さま|님)/gu;
const CALLED = new RegExp(
  String.raw`,\s*(${NAME_WORD}(?:[ ]${NAME_WORD})?)(?=\s*(?:[.!?…]|$|\p{Extended_Pictographic}|[:;]-?[)D(]))`,
  'gu',
);
const CALLED_INSIDE = new RegExp(
  String.raw`(?<=(?<!\p{L})[\p{Ll}’']+),\s*(${NAME_WORD})(?=,|;| [-–—])`,
  'gu',
);
const THANKED = new RegExp(
  String.raw`(?<![\p{L}])((?:${THANKS}),?)\s+(${NAME_WORD})(?=\s*(?:[.,!?;…]|$|\p{Extended_Pictographic}))`,
  'giu',
);
const OPENING = new RegExp(
  String.raw`(^|[.!?…]\s+)(${NAME_WORD}(?:[ ]${NAME_WORD})?),\s+(\p{L})`,
  'gu',
);

function startsUpper(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

function hideGreeted(text: string): string {
  return text.replace(GREETED, (all, greeting: string, named?: string, plain?: string) => {
    const words = named ?? plain ?? '';
    // The pattern ignores case for the greeting's sake; a name without a mark after it must be capitalized.
    if (/^(?:@|__)/.test(words)) return `${greeting} {name}`;
    const parts = words.split(' ');
    if (!isName(words)) return all;
    const kept = parts.findIndex((part, at) => at > 0 && (!startsUpper(part) || !isName(part)));
    const rest = kept > 0 ? ` ${parts.slice(kept).join(' ')}` : '';
    const isUncased = !/\p{Lu}|\p{Ll}/u.test(words);
    const isCalled = /^\s*[,!.:;–—-]/.test(text.slice(all.length)) && rest === '';
    if (!startsUpper(words) && !isUncased && !isCalled) return all;
    return `${greeting} {name}${rest}`;
  });
}

function dropName(all: string, name: string): string {
  return isName(name) ? '' : all;
}

function hideCalled(text: string): string {
  return text
    .replace(CALLED, dropName)
    .replace(CALLED_INSIDE, dropName)
    .replace(THANKED, (all, thanks: string, name: string) =>
      startsUpper(name) && isName(name) ? thanks.replace(/,$/, '') : all,
    )
    .replace(OPENING, (all, before: string, name: string, next: string) =>
      isName(name) ? `${before}${next.toUpperCase()}` : all,
    );
}

/** White space as short as it can be: patterns that look for some before a mark would read a long run again and again. */
function toGap(run: string): string {
  const lines = run.split('\n').length - 1;
  return lines === 0 ? ' ' : lines === 1 ? '\n' : '\n\n';
}

/** The text of a past reply with `{name}` and `{brand}` in place of the people of that time. */
export function toTemplate(text: string, isSharedHandle: IsSharedHandle): string {
  const unsigned = text
    .replace(/\s+/gu, toGap)
    .replaceAll('__company__', '{brand}')
    .replace(LEADING_HANDLES, '')
    .replace(SIGNATURE, ' ')
    .trim();
  const greeted = hideGreeted(unsigned).replace(HONORED, '{name}$2');
  const withoutHandles = greeted.replace(ANY_HANDLE, (all) =>
    isSharedHandle(all.replace(/^,\s*/, '')) ? all : '',
  );
  return hideCalled(withoutHandles)
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/[ \t]([,.!?;])(?=\s|$)/gu, '$1')
    .trim();
}
