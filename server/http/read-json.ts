import type { Context } from 'hono';
import type { z } from 'zod';
import { isTooDeep } from './json-depth.ts';
import { ServiceError } from '../services/service-error.ts';

/** The request's body, checked. Throws `bad_request` and says where it is wrong. */
export async function readJson<S extends z.ZodType>(c: Context, schema: S): Promise<z.infer<S>> {
  // A form on another site's page can send any body, but not this type.
  if (!/^application\/json\s*(?:;|$)/i.test(c.req.header('content-type') ?? '')) {
    throw new ServiceError('bad_request', 'The request must be sent as application/json.');
  }
  const text = await c.req.text();
  if (isTooDeep(text)) throw new ServiceError('bad_request', 'The request nests too deep.');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ServiceError('bad_request', 'The request is not JSON.');
  }
  return check(body, schema);
}

/** The request's query, checked in the same way. */
export function readQuery<S extends z.ZodType>(c: Context, schema: S): z.infer<S> {
  return check(c.req.query(), schema);
}

function check<S extends z.ZodType>(value: unknown, schema: S): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  // The place only: the value is somebody's text.
  const place = parsed.error.issues[0]?.path.join('.').slice(0, 100) || 'the whole';
  throw new ServiceError('bad_request', `The request is not as expected, at ${place}.`);
}
