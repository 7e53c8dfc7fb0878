/** Comments of one second look; the oldest go when there are more. */
export const LOOK_COMMENTS_MAX = 20;
/** A draft that is shared, and what is said about it, in characters. */
export const LOOK_TEXT_MAX = 10_000;
export const LOOK_COMMENT_MAX = 2_000;
