import type { Reply, Thread } from '#utils/model/thread.ts';
import type { Mutation } from '#utils/sync/wire.ts';

/** A public answer as an entry of the library, found by the post that it answered; `lang`: null where unsure. */
export function toLibraryFact(
  {
    id,
    text,
    at,
    permalink,
    threadId,
  }: Pick<Reply, 'id' | 'text' | 'at' | 'permalink' | 'threadId'>,
  { post, match }: Pick<Thread, 'post' | 'match'>,
  lang: string | null,
): Mutation {
  return {
    kind: 'library.save',
    args: {
      id,
      kind: 'reply',
      text,
      question: post.text,
      tags: [],
      at,
      threadId,
      brandId: match.brandId,
      ...(lang === null ? {} : { lang }),
      ...(permalink === null ? {} : { permalink }),
    },
  };
}
