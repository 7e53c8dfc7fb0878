/** Words of the primitives themselves; everything else comes in by props. */
export const uiWords = {
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  remove: (term: string) => `Remove ${term}`,
  knownTerms: 'Used before',
  all: 'More',
  fewer: 'Less',
  loading: 'Loading…',
  broken: 'That did not work, and we do not know why. What you typed is kept: try again.',
};
