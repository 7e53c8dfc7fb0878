import { useEffect, useRef, useState } from 'preact/hooks';
import type { QueueEntry } from '#utils/db/queue-mirror.ts';
import { send } from '#utils/messages/send.ts';
import type { Intent } from '#utils/model/intents.ts';

/** Threads that are asked for at once: some 100 ms of the background's time, between which others are served. */
const PART = 100;

/**
 * What posts are, as far as it is known; asked for part after part, those seen last first. What a person said of a post
 * stands in its thread.
 */
export function useIntents(entries: ReadonlyMap<string, QueueEntry>, version: number) {
  const known = useRef(new Map<string, Intent | null>());
  const [round, setRound] = useState(0);
  const isAsking = useRef(false);
  const isOver = useRef(false);
  useEffect(
    () => () => {
      isOver.current = true;
    },
    [],
  );
  useEffect(() => {
    const ask = async () => {
      if (isAsking.current) return;
      isAsking.current = true;
      for (;;) {
        const ids = findUnknown(entries, known.current);
        if (ids.length === 0 || isOver.current) break;
        const found = await send('triage.load', { threadIds: ids }).catch(() => ({}));
        for (const id of ids) {
          known.current.set(
            id,
            (found as Record<string, { intent: Intent | null }>)[id]?.intent ?? null,
          );
        }
        setRound((last) => last + 1);
      }
      isAsking.current = false;
    };
    void ask();
  }, [entries, version]);
  return { round, of: (id: string): Intent | null => known.current.get(id) ?? null };
}

function findUnknown(
  entries: ReadonlyMap<string, QueueEntry>,
  known: ReadonlyMap<string, unknown>,
): string[] {
  const ids: string[] = [];
  for (const [id, { thread }] of entries) {
    if (thread.outcome !== 'open' || thread.label?.intent || known.has(id)) continue;
    ids.push(id);
    if (ids.length === PART) break;
  }
  return ids;
}
