import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { z } from 'zod';
import { presenceKindSchema } from '#utils/model/thread.ts';
import { toErrorFields } from '../log.ts';
import type { Logger } from '../log.ts';
import { SERVER_NAME } from '../store/postgres-servers.ts';
import { createHintQueue } from './hint-queue.ts';
import type { Hint, Notifier } from './notifier.ts';

const CHANNEL = 'hearback';
/** How long to wait for the database, ms. */
const PATIENCE_MS = 3_000;
/** Between two attempts to connect, ms at the most; the actual wait is random, so that processes do not march. */
const RECONNECT_MS = 1_000;

const teamId = z.string();
const payloadSchema = z.object({
  from: z.string(),
  hints: z.array(
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('head'), teamId, head: z.number() }),
      z.object({
        type: z.literal('presence'),
        teamId,
        memberId: z.string(),
        threadId: z.string(),
        kind: presenceKindSchema,
        since: z.number(),
      }),
      z.object({
        type: z.literal('closed'),
        teamId,
        deviceId: z.string().exactOptional(),
        memberId: z.string().exactOptional(),
      }),
    ]),
  ),
});

/**
 * LISTEN and NOTIFY on one connection of its own, made again whenever it is lost; what is published meanwhile is
 * dropped. Needs a direct connection: a pooler such as PgBouncer in transaction mode breaks LISTEN.
 */
export function createPostgresNotifier(url: string, log: Logger): Notifier {
  const from = randomUUID();
  const listeners: ((hint: Hint, from: string) => void)[] = [];
  let line: Client | null = null;
  let isClosed = false;
  let delivering: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;

  const queue = createHintQueue((payloads) => {
    const client = line;
    if (!client) return;
    // Several at once, for the connection takes one statement at a time.
    const calls = payloads.map((_, index) => `pg_notify('${CHANNEL}', $${index + 1})`);
    delivering = delivering
      .then(() => client.query(`SELECT ${calls.join(', ')}`, payloads))
      .then(
        () => undefined,
        () => drop(client),
      );
  }, from);

  function hear(payload: string | undefined): void {
    const told = payloadSchema.safeParse(parseJson(payload));
    if (!told.success || told.data.from === from) return;
    for (const hint of told.data.hints) {
      for (const listener of listeners) listener(hint, told.data.from);
    }
  }

  function drop(client: Client): void {
    if (client === line) line = null;
    client.end().catch(() => undefined);
  }

  async function connect(): Promise<void> {
    const client = new Client({
      connectionString: url,
      application_name: SERVER_NAME,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      keepAlive: true,
    });
    client.on('error', () => drop(client));
    client.on('notification', ({ payload }) => hear(payload));
    client.once('end', () => {
      if (client === line) line = null;
      retry();
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      line = client;
      if (isClosed) drop(client);
    } catch (error) {
      log.error('notifier.failed', toErrorFields(error));
      client.removeAllListeners('end');
      drop(client);
      retry();
    }
  }

  function retry(): void {
    if (isClosed || timer) return;
    timer = setTimeout(() => {
      timer = null;
      connecting = connect();
    }, Math.random() * RECONNECT_MS).unref();
  }

  let connecting = connect();

  return {
    publish: queue.add,
    onHint: (listener) => void listeners.push(listener),
    async close() {
      isClosed = true;
      queue.clear();
      if (timer) clearTimeout(timer);
      await connecting;
      await line?.end().catch(() => undefined);
    },
  };
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}
