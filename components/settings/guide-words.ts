/** Words of the section “Voice”: the team's reply guide. */
import type { Guide } from '#utils/model/guide.ts';

type Choices<Key extends 'formality' | 'greeting' | 'emoji' | 'approval'> = Record<
  Guide[Key],
  string
>;

const formality: Choices<'formality'> = {
  mirror: 'As the customer speaks',
  formal: 'Formal: Sie, vous, usted; no short forms',
  informal: 'Informal: du, tu, tú; short forms',
};
const greeting: Choices<'greeting'> = {
  mirror: 'Greet back whoever greets',
  always: 'Greet everybody',
  never: 'Never greet',
};
const emoji: Choices<'emoji'> = {
  mirror: 'Only for those who use them',
  never: 'Never',
};
const approval: Choices<'approval'> = {
  none: 'Everybody',
  lead: 'Everybody, once a lead has approved',
};

export const guideWords = {
  intro:
    'How the team sounds. Suggestions are fitted to it, drafts are held against it. It advises: nothing is held back.',
  formality: 'How to speak',
  greeting: 'Greeting',
  emoji: 'Emoji',
  approval: 'Who adds to the library',
  choices: { formality, greeting, emoji, approval },
  signature: 'Signature',
  signatureHint: '{me} is who answers: “– {me}” becomes – Mia Kern, “^{me}” becomes ^MK.',
  noSignature: 'None',
  use: 'Words to use',
  spellHint: 'Spelled as the team spells them: AcmeCare, sign in. Enter or comma adds one.',
  noWords: 'None named.',
  avoid: 'Words to avoid',
  avoidWord: 'Avoid',
  avoidInstead: 'Say instead',
  addAvoid: 'Add a word to avoid',
  removeAvoid: (word: string) => (word === '' ? 'Remove this line' : `Remove “${word}”`),
  avoided: (word: string, instead?: string) =>
    instead === undefined ? `“${word}”` : `“${word}”: say “${instead}”`,
  secondLook: 'Teammates may ask each other for a second look at a draft',
  secondLooks: { on: 'Offered', off: 'Not offered' },
  secondLookTitle: 'Second look',
  faults: {
    unknownVariable: (variable: string) =>
      `${variable} is not known here. Use {me}, or write the words.`,
    signatureLong: 'At most 80 characters.',
    needsWord: 'Say which word to avoid.',
    twice: (word: string) => `“${word}” stands here twice.`,
    usedToo: (word: string) => `“${word}” is among the words to use.`,
  },
  changed: 'Last changed by',
  notChanged: 'Nobody has changed it yet.',
  formerMate: 'a former teammate',
  onlyLeads: (names: string[]) =>
    names.length === 0
      ? 'A lead of the team can change it.'
      : `${new Intl.ListFormat('en', { type: 'disjunction' }).format(names)} can change it.`,
  example: 'What it does',
  exampleHint: 'Change what they write, and see what becomes of an answer.',
  post: 'A customer writes',
  postSample: 'Hello, my kettle only blinks red. Can you help?',
  stored: 'In the library',
  storedSample:
    'Thanks for reaching out! We’re sorry about that 😊 Please hold the button for 5 seconds, and don’t lift the lid.',
  reads: 'Reads to them',
  unchanged: 'As it stands: nothing had to be changed.',
};
