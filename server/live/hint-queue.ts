import type { Hint } from './notifier.ts';

/** PostgreSQL refuses a payload of 8,000 bytes and more. */
const PAYLOAD_BYTES = 7_900;
/** Between two deliveries, ms: NOTIFY takes a lock of the whole database (reliability.md §0.10). */
const EVERY_MS = 50;

/** Gathers hints, of each kind only the newest, and hands them over at once but not more often than every 50 ms. */
export function createHintQueue(deliver: (payloads: string[]) => void, from: string) {
  const waiting = new Map<string, Hint>();
  let timer: NodeJS.Timeout | null = null;

  function flush(): void {
    timer = null;
    if (waiting.size === 0) return;
    const hints = [...waiting.values()];
    waiting.clear();
    timer = setTimeout(flush, EVERY_MS).unref();
    deliver(toPayloads(hints, from));
  }

  return {
    add(hint: Hint): void {
      const key = toKey(hint);
      const before = waiting.get(key);
      if (hint.type === 'head' && before?.type === 'head' && before.head >= hint.head) return;
      waiting.set(key, hint);
      // In the next turn, so that hints of one moment go together.
      timer ??= setTimeout(flush, 0).unref();
    },
    clear(): void {
      waiting.clear();
      if (timer) clearTimeout(timer);
    },
  };
}

function toKey(hint: Hint): string {
  switch (hint.type) {
    case 'head':
      return `head ${hint.teamId}`;
    case 'presence':
      return `presence ${hint.teamId} ${hint.memberId} ${hint.threadId}`;
    case 'closed':
      return `closed ${hint.teamId} ${hint.memberId ?? ''} ${hint.deviceId ?? ''}`;
  }
}

/** Lists of hints, each short enough for one NOTIFY. */
export function toPayloads(hints: readonly Hint[], from: string): string[] {
  const payloads: string[] = [];
  const frame = Buffer.byteLength(JSON.stringify({ from, hints: [] }));
  let parts: string[] = [];
  let size = frame;
  for (const hint of hints) {
    const part = JSON.stringify(hint);
    const bytes = Buffer.byteLength(part) + 1;
    if (size + bytes > PAYLOAD_BYTES && parts.length > 0) {
      payloads.push(`{"from":${JSON.stringify(from)},"hints":[${parts.join(',')}]}`);
      parts = [];
      size = frame;
    }
    parts.push(part);
    size += bytes;
  }
  if (parts.length > 0) {
    payloads.push(`{"from":${JSON.stringify(from)},"hints":[${parts.join(',')}]}`);
  }
  return payloads;
}
