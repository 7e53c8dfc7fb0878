import type { ErrorBody } from '#utils/sync/wire.ts';

const statuses: Record<
  ErrorBody['code'],
  400 | 401 | 403 | 404 | 409 | 410 | 413 | 426 | 429 | 500 | 503
> = {
  bad_request: 400,
  unauthorized: 401,
  removed: 401,
  forbidden: 403,
  not_found: 404,
  invite_unknown: 404,
  invite_expired: 410,
  invite_used: 409,
  gap: 409,
  reset: 410,
  device_cloned: 409,
  too_old: 426,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
  internal: 500,
};

/** A request that is answered with an error; its message is for people. */
export class ServiceError extends Error {
  readonly body: ErrorBody;
  readonly status: (typeof statuses)[ErrorBody['code']];
  /** When to try again, seconds; null: the answer's kind decides. */
  readonly retryAfterS: number | null;

  constructor(
    code: ErrorBody['code'],
    message: string,
    expected?: number,
    retryAfterS: number | null = null,
  ) {
    super(message);
    this.name = 'ServiceError';
    this.body = { code, message, ...(expected === undefined ? {} : { expected }) };
    this.status = statuses[code];
    this.retryAfterS = retryAfterS;
  }
}

/** The answer to a token that is unknown or revoked. */
export function unauthorized(): ServiceError {
  return new ServiceError(
    'unauthorized',
    'This browser is not joined to the team any more. Ask for a new invite link.',
  );
}

/** The answer to a token of somebody who was removed from the team. */
export function removed(): ServiceError {
  return new ServiceError(
    'removed',
    'You are no longer in the team. Ask a lead for a new invite link if that is a mistake.',
  );
}
