/** Pictures of stories' posts: taken of the page that shows one, kept here, given to the team, fetched from it. */
import { endWaiting, listWaitingPictures } from '#utils/db/pictures.ts';
import type { HearbackDb, PictureRow } from '#utils/db/schema.ts';
import { sendToPage } from '#utils/messages/send-to-page.ts';
import { PICTURE_MAX } from '#utils/model/story-limits.ts';
import type { Picture } from '#utils/model/story.ts';
import { captureTab } from '#utils/platform/capture.ts';
import { now } from '#utils/platform/clock.ts';
import { cropPicture } from '#utils/platform/crop-picture.ts';
import { logError } from '#utils/platform/log.ts';
import { loadSettings } from '#utils/settings/store.ts';
import { TeamError } from '#utils/sync/team-client.ts';
import { createTurns } from './in-turn.ts';
import type { Services } from './services.ts';

/** `off`: the person has not asked for pictures. `none`: the browser did not allow one, or the post is not in sight. */
export type TakenPicture = 'kept' | 'off' | 'none';

/** The server's words after which it is of no use to send a picture again. */
const FINAL = new Set(['bad_request', 'too_large', 'forbidden']);
/** A story may be told later than its picture is made; after this long it never was, ms. */
const WAITS_AT_MOST_MS = 14 * 24 * 60 * 60_000;

const turns = createTurns();

/** Takes a picture of a post that the page in a tab shows, for a story that is saved. Never throws. */
export async function takePicture(
  services: Pick<Services, 'db' | 'engine' | 'record'>,
  tabId: number,
  storyId: string,
): Promise<TakenPicture> {
  try {
    if ((await loadSettings()).keepsPictures !== true) return 'off';
    const box = await sendToPage(tabId, 'page.framePost', { key: storyId });
    const shown = box && (await captureTab(tabId));
    if (!shown) return 'none';
    const part = {
      x: box.x / box.viewWidth,
      y: box.y / box.viewHeight,
      width: box.width / box.viewWidth,
      height: box.height / box.viewHeight,
    };
    const cropped = await cropPicture(shown, part, PICTURE_MAX);
    const type = cropped && toType(cropped.blob.type);
    if (!type) return 'none';
    const { blob, width, height } = cropped;
    const hash = await toHash(blob);
    const at = now();
    await services.db.pictures.put({ storyId, hash, blob, waitsSince: at, at });
    const picture = { hash, type, width, height, bytes: blob.size };
    await services.record([{ kind: 'story.notice', args: { id: storyId, picture } }]);
    void sendPictures(services);
    return 'kept';
  } catch (error) {
    logError('no picture was taken', error);
    return 'none';
  }
}

/** Gives the server what it does not have yet. Never throws; what does not go now goes another time. */
export function sendPictures({ db, engine }: Pick<Services, 'db' | 'engine'>): Promise<void> {
  return turns(async () => {
    try {
      const waiting = await listWaitingPictures(db);
      if (waiting.length === 0) return;
      // A picture is taken of a story that is known.
      await engine.sync();
      const client = await engine.client();
      if (!client) return;
      for (const row of waiting) {
        try {
          await client.sendPicture({ storyId: row.storyId, ...(await toSent(row)) });
          await endWaiting(db, row.storyId, row.hash);
        } catch (error) {
          if (!(error instanceof TeamError)) throw error;
          const isTooOld = now() - (row.waitsSince ?? 0) > WAITS_AT_MOST_MS;
          if (FINAL.has(error.code) || isTooOld) await endWaiting(db, row.storyId, row.hash);
          // Of this one the server knows no story; any other word is about all of them.
          else if (error.code !== 'not_found') return;
        }
      }
    } catch (error) {
      logError('pictures were not sent', error);
    }
  });
}

/** Has the picture of a story here, from the server where need be. False: there is none to be had now. */
export async function fetchPicture(
  { db, engine }: Pick<Services, 'db' | 'engine'>,
  storyId: string,
): Promise<boolean> {
  const wanted = (await db.stories.get(storyId))?.body.picture;
  if (!wanted) return false;
  const known = await db.pictures.get(storyId);
  if (known?.hash === wanted.hash) return true;
  const client = await engine.client();
  try {
    const sent = await client?.loadPicture(storyId);
    if (!sent) return false;
    const bytes = Uint8Array.from(atob(sent.data), (letter) => letter.charCodeAt(0));
    const blob = new Blob([bytes], { type: sent.type });
    if ((await toHash(blob)) !== wanted.hash) return false;
    await keepFetched(db, { storyId, hash: wanted.hash, blob, at: now() });
    return true;
  } catch (error) {
    if (error instanceof TeamError) return false;
    throw error;
  }
}

/** Unless one of one's own has come meanwhile, or the story has gone. */
async function keepFetched(db: HearbackDb, row: PictureRow): Promise<void> {
  await db.transaction('rw', db.pictures, db.stories, async () => {
    const isWanted = (await db.stories.get(row.storyId))?.body.picture?.hash === row.hash;
    const known = await db.pictures.get(row.storyId);
    if (isWanted && known?.waitsSince === undefined) await db.pictures.put(row);
  });
}

async function toSent({ hash, blob }: PictureRow) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return { hash, type: toType(blob.type) ?? ('image/png' as const), data: btoa(letters) };
}

function toType(type: string): Picture['type'] | null {
  return type === 'image/webp' || type === 'image/jpeg' || type === 'image/png' ? type : null;
}

async function toHash(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
