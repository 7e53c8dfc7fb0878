import { toPostKey } from '#utils/model/post-key.ts';
import { editStory, noteConsent, noticeStory, saveStory } from '#utils/model/story.ts';
import type { Story } from '#utils/model/story.ts';
import { readNow } from '#server/store/database.ts';
import { removePicture } from '#server/store/pictures.ts';
import { saveDocument } from '#server/store/records.ts';
import type { Actor } from '../actor.ts';
import type { TeamWrite } from '../team-write.ts';
import type { Apply } from './apply.ts';
import { isErased, needKeepable, refuseErased } from './refuse-erased.ts';
import { notFound, Refused } from './refused.ts';
import { removeNamed } from './remove-named.ts';

/** One post is one story: who saved it first stays, later saves add to it. */
export const keepStory: Apply<'story.save'> = async (write, actor, args) => {
  if (toPostKey(args.post) !== args.id) {
    throw new Refused('invalid', 'A story carries the key of its post.');
  }
  const post = await needKeepable(write, args.post);
  const { arc, ...rest } = args;
  const kept = arc ? { arc: await keepableArc(write, post.site, arc) } : {};
  const known = await write.load('story', args.id);
  const by = await toBy(write, actor);
  await put(write, saveStory(known, { ...rest, ...kept, post }, by));
};

/** A person changes what people wrote of a story. */
export const changeStory: Apply<'story.edit'> = async (write, _actor, args) => {
  await put(write, editStory(await needStory(write, args.id), args));
};

/** A step of asking the customer for permission. */
export const noteStoryConsent: Apply<'story.consent'> = async (write, actor, args) => {
  const known = await needStory(write, args.id);
  await put(write, noteConsent(known, args, await toBy(write, actor)));
};

/** Something was seen of a story on its page. */
export const noticeStoryChange: Apply<'story.notice'> = async (write, actor, args) => {
  const known = await needStory(write, args.id);
  const { arc, ...rest } = args;
  const kept = arc ? { arc: await keepableArc(write, known.post.site, arc) } : {};
  await put(write, noticeStory(known, { ...rest, ...kept }, await toBy(write, actor)));
};

/** Takes a story out, for everybody, with its picture. */
export const removeStory: Apply<'story.remove'> = async (write, _actor, { id }) => {
  await removePicture(write.tx, write.teamId, id);
  await removeNamed(write, 'story', id);
};

/** Stories that belong together get a name. */
export const saveCollection: Apply<'collection.save'> = async (
  { tx, teamId, touch },
  _by,
  args,
) => {
  await saveDocument(tx, teamId, 'collection', args);
  touch('collection', args.id);
};

/** Ends a collection; its stories stay. */
export const removeCollection: Apply<'collection.remove'> = async (write, _actor, { id }) =>
  removeNamed(write, 'collection', id);

async function needStory(write: TeamWrite, id: string): Promise<Story> {
  const story = await write.load('story', id);
  if (story) return story;
  await refuseErased(write, { postKey: id });
  throw notFound('story');
}

async function put({ tx, teamId, touch }: TeamWrite, story: Story): Promise<void> {
  await saveDocument(tx, teamId, 'story', story);
  touch('story', story.id);
}

async function toBy({ tx }: TeamWrite, { memberId }: Actor) {
  return { memberId, at: await readNow(tx) };
}

/** Without the posts that the team had erased, or whose author. */
async function keepableArc(
  write: TeamWrite,
  site: string,
  arc: NonNullable<Story['arc']>,
): Promise<NonNullable<Story['arc']>> {
  const kept = [];
  for (const part of arc) {
    const isGone = await isErased(write, { postKey: part.id }, { site, author: part.handle });
    if (!isGone) kept.push(part);
  }
  return kept;
}
