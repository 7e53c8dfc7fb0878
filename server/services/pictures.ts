import { createHash } from 'node:crypto';
import { PICTURE_MAX } from '#utils/model/story-limits.ts';
import type { Picture } from '#utils/model/story.ts';
import type { PictureResponse, PictureSend } from '#utils/sync/wire-stories.ts';
import type { ServerContext } from '../context.ts';
import { loadPicture, savePicture } from '../store/pictures.ts';
import { loadRecord } from '../store/records.ts';
import type { Actor } from './actor.ts';
import { ServiceError } from './service-error.ts';

type Context = Pick<ServerContext, 'store'>;

/**
 * Keeps the bytes of the picture that a story's record names. Throws `not_found` for a story that is not there (yet) or
 * names another picture, `bad_request` for bytes that are not that picture.
 */
export async function keepPicture(
  { store }: Context,
  { teamId }: Actor,
  { storyId, hash, type, data }: PictureSend,
): Promise<void> {
  const bytes = Buffer.from(data, 'base64');
  const isIt = createHash('sha256').update(bytes).digest('hex') === hash;
  if (!isIt || bytes.length > PICTURE_MAX || !isOfType(bytes, type)) {
    throw new ServiceError('bad_request', 'This is not the picture that it says it is.');
  }
  await store.transaction(async (tx) => {
    const story = await loadRecord(tx, teamId, 'story', storyId);
    if (story?.picture?.hash !== hash) throw noPicture();
    await savePicture(tx, teamId, storyId, { hash, type, data: bytes.toString('base64') });
  }, teamId);
}

/** The bytes of a story's picture. Throws `not_found`. */
export async function readPicture(
  { store }: Context,
  { teamId }: Pick<Actor, 'teamId'>,
  storyId: string,
): Promise<PictureResponse> {
  const story = await loadRecord(store, teamId, 'story', storyId);
  const picture = story && (await loadPicture(store, teamId, storyId));
  if (!picture) throw noPicture();
  return picture;
}

function noPicture(): ServiceError {
  return new ServiceError('not_found', 'The team has no such picture.');
}

/** What a browser would take for a picture of this type; anything else is never handed out as one. */
function isOfType(bytes: Buffer, type: Picture['type']): boolean {
  const at = (from: number, to: number) => bytes.subarray(from, to).toString('latin1');
  if (type === 'image/png') return at(0, 8) === '\x89PNG\r\n\x1a\n';
  if (type === 'image/jpeg') return at(0, 3) === '\xff\xd8\xff';
  return at(0, 4) === 'RIFF' && at(8, 12) === 'WEBP';
}
