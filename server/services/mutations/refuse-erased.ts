import type { Post } from '#utils/model/post.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { isSuppressed, loadSuppressionKey, suppress } from '#server/store/suppressed.ts';
import type { Suppressible } from '#server/store/suppressed.ts';
import type { TeamWrite } from '../team-write.ts';
import { isTelling } from '../told-words.ts';
import { Refused } from './refused.ts';

/** Whether the team had any of these erased. */
export async function isErased(
  { tx, teamId, readOnce }: TeamWrite,
  ...any: Suppressible[]
): Promise<boolean> {
  const key = await readOnce('suppression key', () => loadSuppressionKey(tx, teamId));
  return isSuppressed(tx, teamId, key, ...any);
}

/** Refuses what the team had erased, in words that tell nothing of it. */
export async function refuseErased(write: TeamWrite, ...any: Suppressible[]): Promise<void> {
  if (await isErased(write, ...any)) throw erased();
}

/** A post as it may be kept: refused when it or its author was erased, without its quote when that was. */
export async function needKeepable(write: TeamWrite, post: Post): Promise<Post> {
  const { tx, teamId } = write;
  const { site, author, quoted } = post;
  const postKey = toPostKey(post);
  // The adapter for all sites stands in for others, and gives the same post another key.
  const text = site === 'generic' ? toTelling(post.text) : [];
  if (await isErased(write, { postKey }, { site, author: author.handle }, ...text)) {
    // So that answers to it are known for what they are; they name the post, not the author. The post's own key stays
    // free: who its author is has only been said by one browser.
    await suppress(tx, teamId, { answersTo: postKey });
    throw erased();
  }
  if (!quoted) return post;
  const words = toTelling(quoted.text);
  if (!(await isErased(write, { site, author: quoted.author }, ...words))) return post;
  const { quoted: _, ...rest } = post;
  return rest;
}

/** What many people write is not asked for. */
function toTelling(words: string): Suppressible[] {
  return isTelling(words) ? [{ words }] : [];
}

/**
 * Refuses a fact that was taken long ago when it has been erased since. A browser that was away while the team had it
 * erased, and after that was forgotten among the changes, may not learn it from any list: its own fact's answer says it.
 */
export async function refuseErasedSince(write: TeamWrite, { kind, args }: Mutation): Promise<void> {
  if (kind === 'thread.see' || kind === 'story.save') await needKeepable(write, args.post);
  if (kind === 'thread.followUp') await refuseErased(write, { postKey: args.followUp.id });
  if (kind === 'thread.setOutcome') await refuseErased(write, { postKey: args.id });
  if (kind === 'reply.record') {
    const thread = await write.load('thread', args.threadId);
    const author = thread ? [{ site: thread.post.site, author: args.handle }] : [];
    const names = thread ? [] : [{ answersTo: args.threadId }];
    await refuseErased(
      write,
      { postKey: args.id },
      { postKey: args.threadId },
      ...author,
      ...names,
    );
  }
  if (kind === 'library.save') {
    const known = await write.load('library', args.id);
    await refuseErased(write, { postKey: args.id }, ...(known ? [] : [{ copyOf: args.id }]));
  }
}

/** The refusal of what was erased. */
export function erased(): Refused {
  return new Refused('erased', 'The team has had this erased, so it is not kept.');
}
