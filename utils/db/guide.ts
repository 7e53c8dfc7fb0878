import { DEFAULT_GUIDE, GUIDE_ID } from '#utils/model/default-guide.ts';
import type { Guide } from '#utils/model/guide.ts';
import type { HearbackDb } from './schema.ts';

/** The team's reply guide; the default one until a lead has written it. */
export async function readGuide(db: HearbackDb): Promise<Guide> {
  return (await db.guides.get(GUIDE_ID))?.body ?? DEFAULT_GUIDE;
}
