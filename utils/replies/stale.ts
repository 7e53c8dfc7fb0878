import type { LibraryEntry, Stale } from '#utils/model/library.ts';

const DAY_MS = 86_400_000;
/** Nobody has used it for so long. */
const UNUSED_DAYS = 180;
/** From so many times on it is no accident. */
const TIMES = 4;
/** Less than this share of it was kept in what was sent. */
const REWRITTEN = 0.5;

/**
 * Whether an entry has aged: contradicted by how people rewrite it, by customers, by those who do not want it, or simply
 * unused. Of sent replies, which nobody wrote to be used again, only the first three count. `now` in ms.
 */
export function toStale(entry: LibraryEntry, now: number): Stale | null {
  const { uses, kind, at, state } = entry;
  if (state === 'retired') return null;
  if (uses && uses.sent >= TIMES && uses.kept / uses.sent < REWRITTEN) return 'rewritten';
  if (uses && uses.unhappy >= TIMES && uses.unhappy > uses.happy) return 'unhappy';
  if (uses && uses.dismissed >= TIMES && uses.dismissed > uses.sent) return 'dismissed';
  const last = Math.max(at, uses?.lastAt ?? 0);
  return kind === 'snippet' && now - last > UNUSED_DAYS * DAY_MS ? 'unused' : null;
}
