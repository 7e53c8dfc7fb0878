/** Talks to the team's server over HTTPS. Every answer is checked; every failure is a `TeamError` with words for people. */
import type { z } from 'zod';
import {
  claimResponseSchema,
  errorBodySchema,
  guardResponseSchema,
  PROTOCOL_VERSION,
  pullResponseSchema,
  pushResponseSchema,
  snapshotResponseSchema,
} from './wire.ts';
import { WAIT_MS, waitResponseSchema } from './wire-live.ts';
import type {
  ClaimRequest,
  ClaimResponse,
  Cursor,
  GuardRequest,
  GuardResponse,
  PullResponse,
  PushRequest,
  PushResponse,
  SnapshotResponse,
} from './wire.ts';
import type { WaitRequest, WaitResponse } from './wire-live.ts';
import {
  auditResponseSchema,
  devicesResponseSchema,
  eraseResponseSchema,
  inviteResponseSchema,
  joinResponseSchema,
  meResponseSchema,
  tokenResponseSchema,
} from './wire-access.ts';
import type {
  AuditPage,
  Device,
  EraseRequest,
  InviteRequest,
  JoinRequest,
  JoinResponse,
  MeResponse,
  TokenResponse,
} from './wire-access.ts';
import type { Role } from '#utils/model/team.ts';

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
  /** How long the server asks to be left alone, ms; null when it did not say. */
  readonly retryAfterMs: number | null;

  constructor(
    code: string,
    message: string,
    expected: number | null = null,
    retryAfterMs: number | null = null,
  ) {
    super(message);
    this.name = 'TeamError';
    this.code = code;
    this.expected = expected;
    this.retryAfterMs = retryAfterMs;
  }
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface TeamClient {
  me(): Promise<MeResponse>;
  push(request: PushRequest): Promise<PushResponse>;
  pull(cursor: Cursor, limit: number): Promise<PullResponse>;
  snapshot(after: string | null): Promise<SnapshotResponse>;
  claim(request: ClaimRequest): Promise<ClaimResponse>;
  /** The send guard's question; gives up after `withinMs`. */
  guard(request: GuardRequest, withinMs: number): Promise<GuardResponse>;
  /** Answered at news or after `WAIT_MS`; for where WebSockets are blocked. */
  wait(request: WaitRequest, signal: AbortSignal): Promise<WaitResponse>;
  invite(request: InviteRequest): Promise<{ link: string; expiresAt: number }>;
  leave(): Promise<void>;
  devices(): Promise<Device[]>;
  revokeDevice(deviceId: string): Promise<void>;
  /** A device of one's own after `device_cloned`. */
  splitDevice(): Promise<TokenResponse>;
  rotateToken(): Promise<TokenResponse>;
  setRole(memberId: string, role: Role): Promise<void>;
  removeMember(memberId: string): Promise<void>;
  setRetention(retentionDays: number): Promise<void>;
  /** Older entries than `before`, newest first; null: from the newest. */
  audit(before: string | null): Promise<AuditPage>;
  /** How many records are gone. */
  erase(request: EraseRequest): Promise<number>;
}

/** Trades an invite for this device's token. */
export async function joinTeam(
  fetcher: Fetch,
  server: string,
  request: JoinRequest,
): Promise<JoinResponse> {
  const ask = createCaller(fetcher, server, null);
  return ask('POST', '/v1/join', joinResponseSchema, request);
}

/** The calls of a joined device. */
export function createTeamClient(fetcher: Fetch, server: string, token: string): TeamClient {
  const ask = createCaller(fetcher, server, token);
  const post = async (path: string, body: unknown) => {
    await ask('POST', path, null, body);
  };
  return {
    me: () => ask('GET', '/v1/me', meResponseSchema),
    push: (request) => ask('POST', '/v1/push', pushResponseSchema, request),
    pull: ({ epoch, seq, mark }, limit) => {
      const query = new URLSearchParams({ epoch, seq: `${seq}`, mark, limit: `${limit}` });
      return ask('GET', `/v1/pull?${query}`, pullResponseSchema);
    },
    snapshot: (after) => {
      const query = after === null ? '' : `?${new URLSearchParams({ after })}`;
      return ask('GET', `/v1/snapshot${query}`, snapshotResponseSchema);
    },
    claim: (request) => ask('POST', '/v1/claims', claimResponseSchema, request),
    guard: (request, withinMs) =>
      ask('POST', '/v1/guard', guardResponseSchema, request, AbortSignal.timeout(withinMs)),
    wait: (request, signal) => {
      const end = AbortSignal.any([signal, AbortSignal.timeout(WAIT_MS + 5_000)]);
      return ask('POST', '/v1/wait', waitResponseSchema, request, end);
    },
    invite: (request) => ask('POST', '/v1/invites', inviteResponseSchema, request),
    leave: () => post('/v1/leave', {}),
    devices: async () => (await ask('GET', '/v1/devices', devicesResponseSchema)).devices,
    revokeDevice: (deviceId) => post('/v1/devices/revoke', { deviceId }),
    splitDevice: () => ask('POST', '/v1/devices/split', tokenResponseSchema, {}),
    rotateToken: () => ask('POST', '/v1/devices/rotate', tokenResponseSchema, {}),
    setRole: (memberId, role) => post('/v1/members/role', { memberId, role }),
    removeMember: (memberId) => post('/v1/members/remove', { memberId }),
    setRetention: (retentionDays) => post('/v1/team', { retentionDays }),
    audit: (before) => {
      const query = before === null ? '' : `?${new URLSearchParams({ before })}`;
      return ask('GET', `/v1/audit${query}`, auditResponseSchema);
    },
    erase: async (request) => (await ask('POST', '/v1/erase', eraseResponseSchema, request)).erased,
  };
}

/** Asks one server with one token. */
function createCaller(fetcher: Fetch, server: string, token: string | null) {
  return <S extends z.ZodType | null>(
    method: 'GET' | 'POST',
    path: string,
    schema: S,
    body?: unknown,
    signal: AbortSignal = AbortSignal.timeout(ANSWER_WITHIN_MS),
  ) => call(fetcher, { server, token, method, path, body, signal }, schema);
}

interface Call {
  server: string;
  token: string | null;
  method: 'GET' | 'POST';
  path: string;
  body: unknown;
  signal: AbortSignal;
}

async function call<S extends z.ZodType | null>(
  fetcher: Fetch,
  { server, token, method, path, body, signal }: Call,
  schema: S,
): Promise<S extends z.ZodType ? z.infer<S> : null> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetcher(`${server}${path}`, {
      method,
      headers: {
        'hearback-protocol': `${PROTOCOL_VERSION}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal,
    });
    answer = await response.json();
  } catch {
    throw offline(server);
  }
  if (!response.ok) {
    const error = errorBodySchema.safeParse(answer);
    // A login page of a captive portal or a proxy's own error is not the team's server speaking.
    if (!error.success) throw offline(server);
    const { code, message, expected = null } = error.data;
    throw new TeamError(code, message, expected, parseRetryAfter(response.headers));
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

/** The header in seconds; a date would have to be read by somebody else's clock. */
function parseRetryAfter(headers: Headers): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}

function offline(server: string): TeamError {
  return new TeamError(
    'offline',
    `No answer from ${server}. Check the address and your connection; nothing is lost meanwhile.`,
  );
}
