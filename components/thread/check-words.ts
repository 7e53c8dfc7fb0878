/** What each check on drafts is called, and what it does in one sentence; in the order in which they are shown. */
export const checkWords: Readonly<Record<string, { name: string; about: string }>> = {
  'private-data': {
    name: 'Private data',
    about: 'Warns of mail addresses, phone and card numbers that are not the team’s own.',
  },
  'other-customer': {
    name: 'Another customer’s name',
    about: 'Warns when the draft calls somebody who wrote in another thread.',
  },
  'private-question': {
    name: 'Asking for private data',
    about: 'Warns when the draft asks for something private where everybody reads the answer.',
  },
  'wrong-language': {
    name: 'Another language',
    about: 'Warns when the draft is in another language than the post.',
  },
  'too-long': { name: 'Length', about: 'Warns when the draft is longer than the site takes.' },
  'same-text': {
    name: 'The same text again',
    about: 'Warns when nearly the same was sent here, or to somebody else in the last two weeks.',
  },
  mood: {
    name: 'Tone',
    about: 'Warns of an apology to a happy customer, and of a cheer to an unhappy one.',
  },
  promise: {
    name: 'Promises',
    about: 'Warns of money, dates and guarantees that a lead should know of.',
  },
  link: { name: 'Links', about: 'Warns of addresses that are broken or not encrypted.' },
  'guide-word': {
    name: 'Words of the guide',
    about: 'Points out words that the team avoids, and those that it spells in another way.',
  },
  'guide-formality': {
    name: 'Formality',
    about: 'Points out an answer that is more formal or less formal than the team’s guide wants.',
  },
  'own-words': {
    name: 'The customer’s own words',
    about: 'Points out a first answer that could be said to anybody.',
  },
  'empty-phrases': { name: 'Set phrases', about: 'Points out marketing phrases without content.' },
  'guide-emoji': { name: 'Emoji', about: 'Points out emoji where the team’s guide does without.' },
  'guide-signature': {
    name: 'Signature',
    about: 'Points out an answer that is not signed as the team signs.',
  },
};

/** What a check is called; one of another version by its id. */
export function toCheckName(id: string): string {
  return checkWords[id]?.name ?? id;
}
