import {
  claimResponseSchema,
  pullResponseSchema,
  pushResponseSchema,
  snapshotResponseSchema,
} from '#utils/sync/wire.ts';
import type {
  Change,
  ClaimRequest,
  ClaimResponse,
  Cursor,
  Mutation,
  PullResponse,
  PushResponse,
  SnapshotResponse,
} from '#utils/sync/wire.ts';
import { joinResponseSchema } from '#utils/sync/wire-access.ts';
import type { JoinResponse } from '#utils/sync/wire-access.ts';

/** An answer of the server as it came. */
export interface Answer {
  status: number;
  body: unknown;
  headers: Headers;
}

/** Sends one request; `body` is sent as it is when it is a string. */
export async function ask(
  origin: string,
  method: string,
  path: string,
  options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { token, body, headers } = options;
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return {
    status: response.status,
    body: isJson ? JSON.parse(text) : text,
    headers: response.headers,
  };
}

/** A joined device that counts its own facts. Every good answer is checked against the wire. */
export interface TestDevice {
  joined: JoinResponse;
  origin: string;
  /** The number of the last fact that was pushed. */
  mid: number;
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Pushes facts under the next numbers; throws when the answer is not good. */
  push(...mutations: unknown[]): Promise<PushResponse>;
  /** All changes after a cursor, in pages. */
  pull(from?: Cursor, limit?: number): Promise<{ changes: Change[]; next: Cursor }>;
  /** All pages of the state. */
  snapshot(limit?: number): Promise<{ rows: SnapshotResponse['rows']; cursor: Cursor }>;
  claim(request: ClaimRequest): Promise<ClaimResponse>;
}

/** Joins through an invite link. */
export async function joinAs(link: string, name: string): Promise<TestDevice> {
  const url = new URL(link);
  const answer = await ask(url.origin, 'POST', '/v1/join', {
    body: { invite: url.hash.slice(1), name, device: 'Test browser' },
  });
  if (answer.status !== 200) throw new Error(`Not joined: ${JSON.stringify(answer.body)}`);
  return toDevice(url.origin, joinResponseSchema.parse(answer.body));
}

/** A device that has joined before. */
export function toDevice(origin: string, joined: JoinResponse, mid = 0): TestDevice {
  const { token, epoch } = joined;
  const device: TestDevice = {
    joined,
    origin,
    mid,
    ask: (method, path, body) => ask(origin, method, path, { token, body }),
    async push(...mutations) {
      const first = device.mid + 1;
      const answer = await device.ask('POST', '/v1/push', {
        epoch,
        ackMid: 0,
        mutations: mutations.map((mutation, index) => ({ mid: first + index, mutation })),
      });
      const parsed = pushResponseSchema.parse(needGood(answer));
      device.mid += mutations.length;
      return parsed;
    },
    async pull(from = { epoch, seq: 0, mark: '' }, limit = 500) {
      const changes: Change[] = [];
      let next = from;
      for (;;) {
        const page = await pullPage(device, next, limit);
        changes.push(...page.changes);
        if (!page.more) return { changes, next: page.next };
        if (page.next.seq <= next.seq) throw new Error('The server has more, but does not get on.');
        next = page.next;
      }
    },
    async snapshot(limit = 500) {
      const rows: SnapshotResponse['rows'] = [];
      let query = `limit=${limit}`;
      for (;;) {
        const answer = await device.ask('GET', `/v1/snapshot?${query}`);
        const page = snapshotResponseSchema.parse(needGood(answer));
        rows.push(...page.rows);
        if (page.after === null) return { rows, cursor: page.cursor };
        if (query.endsWith(`after=${page.after}`)) throw new Error('The snapshot does not get on.');
        query = `limit=${limit}&after=${page.after}`;
      }
    },
    async claim(request) {
      return claimResponseSchema.parse(needGood(await device.ask('POST', '/v1/claims', request)));
    },
  };
  return device;
}

async function pullPage(device: TestDevice, cursor: Cursor, limit: number): Promise<PullResponse> {
  const { epoch, seq, mark } = cursor;
  const query = new URLSearchParams({ epoch, seq: `${seq}`, mark, limit: `${limit}` });
  return pullResponseSchema.parse(needGood(await device.ask('GET', `/v1/pull?${query}`)));
}

function needGood(answer: Answer): unknown {
  if (answer.status === 200) return answer.body;
  throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
}

/** The refusal codes of an answer to a push, in order; `ok` for what went through. */
export function toOutcomes({ results }: PushResponse): string[] {
  return results.map(({ ok, refusal }) => (ok ? 'ok' : (refusal?.code ?? '')));
}

/** A fact of a kind; checks nothing. */
export function fact<K extends Mutation['kind']>(
  kind: K,
  args: Extract<Mutation, { kind: K }>['args'],
): Mutation {
  return { kind, args } as Mutation;
}
