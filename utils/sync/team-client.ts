/** Talks to the team's server over HTTPS. Every answer is checked; every failure is a `TeamError` with words for people. */
import type { z } from 'zod';
import {
  claimResponseSchema,
  errorBodySchema,
  inviteResponseSchema,
  joinResponseSchema,
  pullResponseSchema,
  pushResponseSchema,
  snapshotResponseSchema,
} from './wire.ts';
import type {
  ClaimRequest,
  ClaimResponse,
  Cursor,
  JoinRequest,
  JoinResponse,
  PullResponse,
  PushRequest,
  PushResponse,
  SnapshotResponse,
} from './wire.ts';

/** How long an answer may take, ms. */
const ANSWER_WITHIN_MS = 10_000;

/**
 * What went wrong in talking to the server. `offline`: no sound answer at all, worth trying again; every other
 * code is the server's own word.
 */
export class TeamError extends Error {
  readonly code: string;
  /** With code `gap`: the `mid` that the server expects. */
  readonly expected: number | null;

  constructor(code: string, message: string, expected: number | null = null) {
    super(message);
    this.name = 'TeamError';
    this.code = code;
    this.expected = expected;
  }
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface TeamClient {
  push(request: PushRequest): Promise<PushResponse>;
  pull(cursor: Cursor, limit: number): Promise<PullResponse>;
  snapshot(after: string | null): Promise<SnapshotResponse>;
  claim(request: ClaimRequest): Promise<ClaimResponse>;
  invite(role: 'lead' | 'member'): Promise<{ link: string; expiresAt: number }>;
  leave(): Promise<void>;
}

/** Trades an invite for this device's token. */
export async function joinTeam(
  fetcher: Fetch,
  server: string,
  request: JoinRequest,
): Promise<JoinResponse> {
  return call(fetcher, server, null, 'POST', '/v1/join', joinResponseSchema, request);
}

/** The calls of a joined device. */
export function createTeamClient(fetcher: Fetch, server: string, token: string): TeamClient {
  return {
    push: (request) =>
      call(fetcher, server, token, 'POST', '/v1/push', pushResponseSchema, request),
    pull: ({ epoch, seq, mark }, limit) => {
      const query = new URLSearchParams({ epoch, seq: `${seq}`, mark, limit: `${limit}` });
      return call(fetcher, server, token, 'GET', `/v1/pull?${query}`, pullResponseSchema);
    },
    snapshot: (after) => {
      const query = after === null ? '' : `?${new URLSearchParams({ after })}`;
      return call(fetcher, server, token, 'GET', `/v1/snapshot${query}`, snapshotResponseSchema);
    },
    claim: (request) =>
      call(fetcher, server, token, 'POST', '/v1/claims', claimResponseSchema, request),
    invite: (role) =>
      call(fetcher, server, token, 'POST', '/v1/invites', inviteResponseSchema, { role }),
    leave: async () => {
      await call(fetcher, server, token, 'POST', '/v1/leave', null, {});
    },
  };
}

async function call<S extends z.ZodType | null>(
  fetcher: Fetch,
  server: string,
  token: string | null,
  method: 'GET' | 'POST',
  path: string,
  schema: S,
  body?: unknown,
): Promise<S extends z.ZodType ? z.infer<S> : null> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetcher(`${server}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    answer = await response.json();
  } catch {
    throw offline(server);
  }
  if (!response.ok) {
    const error = errorBodySchema.safeParse(answer);
    // A login page of a captive portal or a proxy's own error is not the team's server speaking.
    if (!error.success) throw offline(server);
    throw new TeamError(error.data.code, error.data.message, error.data.expected ?? null);
  }
  if (schema === null) return null as never;
  const parsed = schema.safeParse(answer);
  if (!parsed.success) {
    throw new TeamError(
      'offline',
      `${server} answered, but not as a Hearback server. Check the address, or update the server.`,
    );
  }
  return parsed.data as never;
}

function offline(server: string): TeamError {
  return new TeamError(
    'offline',
    `No answer from ${server}. Check the address and your connection; nothing is lost meanwhile.`,
  );
}
