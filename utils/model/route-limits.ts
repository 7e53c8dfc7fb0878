/** Apart from the schema, so that views need not load that. */
export const ROUTE_NOTE_MAX = 500;
