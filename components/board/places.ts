/** What the board shows, in the order of its tabs. The address keeps it (`#stories`), so that a page loaded again stays there. */
export const boardPlaces = ['threads', 'stories', 'themes', 'reports'] as const;
export type BoardPlace = (typeof boardPlaces)[number];

/** The place that an address names, whatever follows it; threads where it names none. */
export function toBoardPlace(hash: string): BoardPlace {
  return boardPlaces.find((place) => hash.startsWith(`#${place}`)) ?? 'threads';
}
