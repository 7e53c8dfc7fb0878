/** The pictures of stories' posts that this browser has: its own until the server has them, those of others as they were looked at. */
import type { HearbackDb, PictureRow } from './schema.ts';

/** Those that the server does not have yet, the one that has waited longest first. */
export async function listWaitingPictures(db: HearbackDb): Promise<PictureRow[]> {
  return db.pictures.orderBy('waitsSince').toArray();
}

/** Notes that the server has a picture, or never will; nothing when another one has come in its place. */
export async function endWaiting(db: HearbackDb, storyId: string, hash: string): Promise<void> {
  await db.transaction('rw', db.pictures, async () => {
    const row = await db.pictures.get(storyId);
    if (row?.hash !== hash) return;
    const { waitsSince: _over, ...rest } = row;
    await db.pictures.put(rest);
  });
}
