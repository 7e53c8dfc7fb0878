// Apart from the schema, so that views need not load the validator.

/** Longest note with which a thread is handed over. */
export const HAND_OVER_NOTE_MAX = 500;
