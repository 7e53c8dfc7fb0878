/** One call of the team's server over HTTPS: its answer is checked, every failure is a `TeamError` with words for people. */
import type { z } from 'zod';
import { startWaiting } from './patience.ts';
import type { Patience, Waiting } from './patience.ts';
import { errorBodySchema, PROTOCOL_VERSION } from './wire.ts';

/** A line is dead, or too slow for what was asked, when it is silent for so long, ms. */
export const SILENCE_MS = 10_000;
export const PATIENCE: Patience = { silenceMs: SILENCE_MS, totalMs: 30_000 };
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

/** An answer that took too long; `offline` to all but who asks for less then. */
export class SlowLineError extends TeamError {
  /** Some of the answer came. */
  readonly hasBegun: boolean;

  constructor(server: string, hasBegun: boolean) {
    super('offline', toOfflineWords(server));
    this.name = 'SlowLineError';
    this.hasBegun = hasBegun;
  }
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Asks one server with one token. */
export function createCaller(fetcher: Fetch, server: string, token: string | null) {
  return <S extends z.ZodType | null>(
    method: 'GET' | 'POST',
    path: string,
    schema: S,
    body?: unknown,
    { patience = PATIENCE, signal }: { patience?: Patience; signal?: AbortSignal } = {},
  ) => {
    const waiting = startWaiting(patience, signal);
    const asked = { server, token, method, path, body, waiting };
    return call(fetcher, asked, schema).finally(() => waiting.end());
  };
}

interface Call {
  server: string;
  token: string | null;
  method: 'GET' | 'POST';
  path: string;
  body: unknown;
  waiting: Waiting;
}

async function call<S extends z.ZodType | null>(
  fetcher: Fetch,
  { server, token, method, path, body, waiting }: Call,
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
      signal: waiting.signal,
    });
    answer = JSON.parse(await waiting.read(response));
  } catch {
    if (waiting.isOver()) throw new SlowLineError(server, waiting.hasHeard());
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
  return new TeamError('offline', toOfflineWords(server));
}

function toOfflineWords(server: string): string {
  return `No answer from ${server}. Check the address and your connection; nothing is lost meanwhile.`;
}
