import type { Post } from '#utils/model/post.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import { isSuppressed, suppress } from '#server/store/suppressed.ts';
import type { Suppressible } from '#server/store/suppressed.ts';
import type { TeamWrite } from '../team-write.ts';
import { Refused } from './refused.ts';

/** Refuses what the team had erased, in words that tell nothing of it. */
export async function refuseErased(
  { tx, teamId }: TeamWrite,
  ...any: Suppressible[]
): Promise<void> {
  if (await isSuppressed(tx, teamId, ...any)) throw erased();
}

/** A post as it may be kept: refused when it or its author was erased, without its quote when that was. */
export async function needKeepable({ tx, teamId }: TeamWrite, post: Post): Promise<Post> {
  const { site, author, quoted } = post;
  const postKey = toPostKey(post);
  if (await isSuppressed(tx, teamId, { postKey }, { site, author: author.handle })) {
    // So that answers to it are known for what they are; they name the post, not the author.
    await suppress(tx, teamId, { postKey });
    throw erased();
  }
  if (!quoted || !(await isSuppressed(tx, teamId, { site, author: quoted.author }))) return post;
  const { quoted: _, ...rest } = post;
  return rest;
}

/** The refusal of what was erased. */
export function erased(): Refused {
  return new Refused('erased', 'The team has had this erased, so it is not kept.');
}
