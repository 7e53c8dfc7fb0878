/**
 * Erasures that restored records call for: what is suppressed is there again. A post that had been retired is found by
 * its key, which the erasure of its author had suppressed too.
 */
import type { Post } from '#utils/model/post.ts';
import type { Story } from '#utils/model/story.ts';
import type { Reply } from '#utils/model/thread.ts';
import type { EraseRequest } from '#utils/sync/wire-access.ts';
import type { RecordKind } from '#utils/sync/wire.ts';
import type { Sql } from '../store/database.ts';
import { scanRecords } from '../store/records.ts';
import { listSuppressed, loadSuppressionKey, toHash } from '../store/suppressed.ts';

/** Of authors who are suppressed, as writers, in quotes, and as whoever answered. */
export async function findErasedAuthors(sql: Sql, teamId: string): Promise<EraseRequest[]> {
  const { found, note } = await createFinder(sql, teamId);
  const noteAuthor = (site: string | undefined, author: string | undefined) => {
    if (site !== undefined && author !== undefined) note({ site, author });
  };
  const notePost = ({ site, author, quoted }: Partial<Post>) => {
    noteAuthor(site, author?.handle);
    noteAuthor(site, quoted?.author);
  };
  for await (const { post } of scanRecords(sql, teamId, 'thread', 'post')) {
    notePost(JSON.parse(String(post)) as Partial<Post>);
  }
  for await (const { body } of scanRecords(sql, teamId, 'story', 'body')) {
    notePost((JSON.parse(String(body)) as Story).post);
  }
  for await (const { thread_id, body } of scanRecords(sql, teamId, 'reply', 'thread_id, body')) {
    const [site] = String(thread_id).split(':');
    noteAuthor(site, (JSON.parse(String(body)) as Partial<Reply>).handle);
  }
  return [...found.values()];
}

/** Of records of some kinds whose keys are suppressed. */
export async function findErasedKeys(
  sql: Sql,
  teamId: string,
  kinds: readonly RecordKind[],
): Promise<EraseRequest[]> {
  const { found, note } = await createFinder(sql, teamId);
  for (const kind of kinds) {
    for await (const { id } of scanRecords(sql, teamId, kind, 'seq')) note({ postKey: String(id) });
  }
  return [...found.values()];
}

async function createFinder(sql: Sql, teamId: string) {
  const key = await loadSuppressionKey(sql, teamId);
  const suppressed = await listSuppressed(sql, teamId);
  const found = new Map<string, EraseRequest>();
  const note = (request: EraseRequest) => {
    const hash = key === null ? '' : toHash(key, request);
    if (suppressed.has(hash)) found.set(hash, request);
  };
  return { found, note };
}
