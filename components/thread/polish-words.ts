import type { AnswerFault, AnswerNote, PolishRefusal, PolishTask } from '#utils/model/polish.ts';

/** Words about the model that may polish a draft. */
export const polishWords = {
  menu: 'Polish',
  tasks: {
    shorten: 'Shorten',
    soften: 'Make softer',
    translate: 'Translate to…',
    merge: 'Merge with the other drafts',
  } satisfies Record<PolishTask, string>,
  back: 'Back',
  working: 'The model is writing…',
  stop: 'Stop',
  title: 'Polished by a model',
  hint: 'Read it as if a stranger had written it. Nothing is sent until you send it.',
  yours: 'Your text',
  theirs: 'Polished by a model',
  changed: 'You have changed your text since. Taking this one replaces it.',
  take: 'Take it',
  keep: 'Keep mine',
  again: 'Try again',
  close: 'Close',
  empty: 'Write something first.',
  budget: (age: string) => `The team’s budget for the model is used up. It starts again in ${age}.`,
  noLanguage:
    'This browser’s own model does not write that language. Choose another, or translate by hand.',
  load: 'Load the model',
  loadHint:
    'Your browser has a language model of its own, which is not loaded yet. It takes some gigabytes once, and then works on this machine alone.',
  loading: (percent: number | null) =>
    percent === null ? 'The browser loads its model…' : `The browser loads its model: ${percent} %`,
  refusals: {
    off: 'No model is switched on any more. Your text is as it was.',
    busy: 'The model is busy. Try again in a moment.',
    budgetUsed:
      'The team’s budget for the model is used up for today. Go on by hand; it starts again at midnight UTC.',
    tooLong:
      'This is more text than the model is given. Shorten it by hand, or polish a part of it.',
    unusable: 'The model’s answer is not shown.',
    notSetUp:
      'The model does not accept the team’s server. Tell whoever runs it to check its key and address.',
    away: 'The model does not answer. Your text is as it was; try again later.',
    offline: 'The team’s server cannot be reached. Your text is as it was; try again later.',
  } satisfies Record<PolishRefusal, string>,
  faults: {
    empty: 'It was empty. Try again.',
    tooLong: 'It was much too long. Try again.',
    notShorter: 'It was not shorter than yours. Shorten it by hand.',
    characters: 'It held characters that cannot be read. Try again.',
    markup: 'It was not plain text. Try again.',
    prompt: 'It spoke of its task. Try again.',
    post: 'It repeated the customer’s post. Try again.',
    offTopic: 'It had little to do with your text. Try again.',
    link: 'It brought in a link that is not in your text. If one belongs there, add it yourself.',
    handle:
      'It brought in a handle or tag that is not in your text. If one belongs there, add it yourself.',
    email:
      'It brought in an email address that is not in your text. If one belongs there, add it yourself.',
    phone:
      'It brought in a phone number that is not in your text. If one belongs there, add it yourself.',
    number:
      'It brought in a number that is not in your text. If one belongs there, add it yourself.',
    money:
      'It brought in an amount that is not in your text. If one belongs there, add it yourself.',
    date: 'It named a time that is not in your text. If one belongs there, add it yourself.',
    promise:
      'It promised or refused something that your text does not. If that is meant, write it yourself.',
    cutOff: 'It broke off in the middle. Try again, or polish a part of it.',
  } satisfies Record<AnswerFault, string>,
  notes: {
    unchanged: 'The model found nothing to change.',
    linkLost: 'A link or address of yours is missing in it.',
    numberLost: 'A number of yours is missing in it.',
    overLimit: 'It is still too long for this site.',
  } satisfies Record<AnswerNote, string>,
};

/** Why nothing came of it, and what to do next. Of a fault that only a newer server knows the reason alone is told. */
export function toRefusalWords(reason: PolishRefusal, fault?: string): string {
  const faults: Readonly<Record<string, string>> = polishWords.faults;
  const why = fault !== undefined && Object.hasOwn(faults, fault) ? faults[fault] : undefined;
  return [polishWords.refusals[reason], why ?? (reason === 'unusable' ? 'Try again.' : '')]
    .join(' ')
    .trim();
}

/** What to look at in an answer; notes that only a newer server knows are left out. */
export function toNoteWords(notes: readonly string[]): string[] {
  const known: Readonly<Record<string, string>> = polishWords.notes;
  return notes.flatMap((note) => (Object.hasOwn(known, note) ? (known[note] ?? []) : []));
}

/** A language in the reader's own words. */
export function toLanguageLabel(lang: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(lang) ?? lang;
  } catch {
    return lang;
  }
}
