import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import type { ErrorBody } from '#utils/sync/wire.ts';
import { toErrorFields } from '../log.ts';
import type { Logger } from '../log.ts';
import { ServiceError } from '../services/service-error.ts';
import { StoreUnavailableError } from '../store/database.ts';

/** When to try again if nothing better is known, seconds. */
const RETRY_AFTER_S = 5;

/** Turns whatever was thrown into an error body; what is not meant for people stays in the log. */
export function toErrorAnswer(log: Logger): ErrorHandler {
  return (error, c) => {
    const known = toServiceError(error);
    if (known.status >= 500) log.error('request.failed', toErrorFields(error));
    if (known.status === 429 || known.status === 503) {
      c.header('retry-after', `${known.retryAfterS ?? RETRY_AFTER_S}`);
    }
    return c.json(known.body, known.status);
  };
}

/** Any address that is not served. */
export const answerNotFound: NotFoundHandler = (c) =>
  c.json({ code: 'not_found', message: 'There is nothing here.' } satisfies ErrorBody, 404);

/** A body over the limit. The rest of it is not read, so the connection cannot be used again. */
export function answerTooLarge(c: Context) {
  c.header('connection', 'close');
  const body: ErrorBody = {
    code: 'too_large',
    message: 'This is more than 1 MB. Send less at once.',
  };
  return c.json(body, 413);
}

function toServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  if (error instanceof StoreUnavailableError) {
    return new ServiceError(
      'unavailable',
      'The server cannot save now. Nothing is lost; try later.',
    );
  }
  return new ServiceError('internal', 'Something failed on the server. Try again later.');
}
