/** What a page of a site is, as far as its address tells. */
export const pageKinds = ['feed', 'thread', 'profile', 'search', 'other'] as const;
