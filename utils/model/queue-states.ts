/** What a thread waits for, in the order in which a lead asks for it; apart from its schema, so that views need not load that. */
export const queueStates = [
  'unclaimed',
  'forgotten',
  'again',
  'typing',
  'claimed',
  'doubled',
  'waiting',
  'snoozed',
  'settled',
  'setAside',
] as const;
export type QueueState = (typeof queueStates)[number];

/** Those in which a customer waits and nobody is at it. */
export const pressingStates: readonly QueueState[] = ['unclaimed', 'forgotten', 'again'];

/** In which order a board lists. */
export const boardSorts = ['urgent', 'oldest', 'newest'] as const;
export type BoardSort = (typeof boardSorts)[number];
