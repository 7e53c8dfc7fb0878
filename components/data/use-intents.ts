import { useEffect, useRef, useState } from 'preact/hooks';
import type { QueueEntry } from '#utils/db/queue-mirror.ts';
import { send } from '#utils/messages/send.ts';
import type { Intent } from '#utils/model/intents.ts';
import { now } from '#utils/platform/clock.ts';

/** Threads that are asked for at once: some 100 ms of the background's time, between which others are served. */
const PART = 100;
/** What has been learned is shown so often: with each showing thousands of threads are looked at. */
const SHOWN_EVERY_MS = 2_000;

/**
 * What posts are, as far as it is known; asked for part after part once there is a `version`. What a person said of a
 * post stands in its thread.
 */
export function useIntents(entries: ReadonlyMap<string, QueueEntry>, version: number | null) {
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
    if (version === null) return;
    const ask = async () => {
      if (isAsking.current) return;
      isAsking.current = true;
      let shownAt = now();
      let hasAsked = false;
      for (;;) {
        const ids = findUnknown(entries, known.current);
        if (ids.length === 0 || isOver.current) break;
        hasAsked = true;
        const found = await send('triage.load', { threadIds: ids }).catch(() => ({}));
        for (const id of ids) {
          known.current.set(
            id,
            (found as Record<string, { intent: Intent | null }>)[id]?.intent ?? null,
          );
        }
        if (now() - shownAt < SHOWN_EVERY_MS) continue;
        shownAt = now();
        setRound((last) => last + 1);
      }
      isAsking.current = false;
      if (hasAsked && !isOver.current) setRound((last) => last + 1);
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
