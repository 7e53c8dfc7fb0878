/** Parts of the library that may be looked at alone; `all` leaves out what is retired. */
export const libraryFilters = ['all', 'snippet', 'reply', 'proposed', 'stale', 'retired'] as const;
export type LibraryFilter = (typeof libraryFilters)[number];
