import type { Intent, Urgency } from '#utils/model/intents.ts';

/** Words about what a post is. */
export const triageWords = {
  intents: {
    question: 'Question',
    complaint: 'Complaint',
    praise: 'Praise',
    buying: 'Wants to buy',
    press: 'Press or crisis',
    abuse: 'Abuse',
    noise: 'Noise',
  } satisfies Record<Intent, string>,
  unsure: 'Unsure what it is',
  notUs: (brand: string) => `Probably not about ${brand === '' ? 'you' : brand}`,
  sayNotUs: 'Not about us',
  urgencies: { high: 'Urgent', normal: 'Not urgent', low: 'Can wait' } satisfies Record<
    Urgency,
    string
  >,
  what: 'What it is',
  loading: 'Working out what it is…',
  change: 'Say what it is',
  changeUrgency: 'Say how urgent it is',
  takeBack: 'Take that back',
  saidBy: (by: string) => `${by} said so`,
  youStart: 'You',
  done: (what: string) => `Marked “${what}” for the team. Hearback learns from it.`,
  takenBack: 'Taken back.',
};
