/** What a customer wants with a post; `noise` is nobody's business, such as a name that only looks like the brand's. */
export const INTENTS = [
  'question',
  'complaint',
  'praise',
  'buying',
  'press',
  'abuse',
  'noise',
] as const;
export type Intent = (typeof INTENTS)[number];

/** How soon a post needs an answer. */
export const URGENCIES = ['high', 'normal', 'low'] as const;
export type Urgency = (typeof URGENCIES)[number];
