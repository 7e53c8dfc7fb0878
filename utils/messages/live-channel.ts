/** Name of the broadcast channel on which background tells open panels to look again. Carries no data. */
export const LIVE_CHANNEL = 'hearback-live';
