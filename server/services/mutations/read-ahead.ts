import { GUIDE_ID } from '#utils/model/default-guide.ts';
import type { Mutation, RecordKind } from '#utils/sync/wire.ts';
import type { TeamWrite } from '../team-write.ts';

/** Under which kind a fact's `id` stands. */
type Area = Mutation['kind'] extends `${infer A}.${string}` ? A : never;

const kinds: Record<Area, RecordKind> = {
  thread: 'thread',
  reply: 'reply',
  story: 'story',
  collection: 'collection',
  library: 'library',
  brand: 'brand',
  site: 'site',
  member: 'member',
  guide: 'guide',
  desk: 'desk',
  partner: 'partner',
  routing: 'routing',
  view: 'view',
  look: 'thread',
};

/** Reads the records that these facts are about, of each kind at once. Null stands for an ill-formed one. */
export async function readFactsAhead(
  write: TeamWrite,
  facts: readonly { mutation: Mutation | null }[],
): Promise<void> {
  const wanted = new Map<RecordKind, Set<string>>();
  const want = (kind: RecordKind, id: string) => {
    wanted.set(kind, (wanted.get(kind) ?? new Set()).add(id));
  };
  for (const { mutation } of facts) {
    if (mutation === null) continue;
    want(kinds[mutation.kind.split('.')[0] as Area], mutation.args.id);
    if (mutation.kind === 'reply.record') want('thread', mutation.args.threadId);
    if (mutation.kind === 'library.save') want('guide', GUIDE_ID);
  }
  for (const [kind, ids] of wanted) await write.readAhead(kind, [...ids]);
}
