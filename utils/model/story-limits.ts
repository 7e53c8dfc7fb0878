/** How much a story may hold; apart from its schema, so that views need not load that. */
export const NOTE_MAX = 2_000;
export const TAG_MAX = 40;
export const TAGS_MAX = 20;
export const CAMPAIGN_MAX = 60;
export const COLLECTIONS_MAX = 20;
export const CONSENT_STEPS_MAX = 20;
/** Posts that came after a story's own. */
export const ARC_MAX = 20;
/** A picture of a post, bytes. */
export const PICTURE_MAX = 300_000;
