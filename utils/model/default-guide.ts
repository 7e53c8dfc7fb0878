import type { Guide } from './guide.ts';

/** The one guide of a team has this id. */
export const GUIDE_ID = 'guide';

/** Holds until a lead says otherwise. */
export const DEFAULT_GUIDE: Guide = {
  id: GUIDE_ID,
  formality: 'mirror',
  emoji: 'mirror',
  greeting: 'mirror',
  signature: '',
  use: [],
  avoid: [],
  checksOff: [],
  approval: 'none',
  secondLook: true,
  changedBy: '',
  changedAt: 0,
};
