import type { Dialect } from './sim-network.ts';

/** Fields that version 1 of the protocol does not know. */
const NEWER_FIELDS = new Set(['guard', 'stale', 'doubledAt', 'retentionDays']);

/** A browser of the version before: it does not name its protocol, and neither says nor understands what is newer. */
export const olderDialect: Dialect = {
  request(path, init) {
    const headers = new Headers(init.headers);
    headers.delete('hearback-protocol');
    if (path !== '/v1/push' || typeof init.body !== 'string') return { ...init, headers };
    const body = JSON.parse(init.body) as { mutations: { mutation: Json }[] };
    for (const { mutation } of body.mutations) {
      if (mutation.kind === 'reply.record') strip(mutation.args, ['fence', 'guard']);
    }
    return { ...init, headers, body: JSON.stringify(body) };
  },
  response(path, text) {
    // Who one is carried these from the start of version 2, and a browser of version 1 never asks.
    if (path === '/v1/me') return text;
    return JSON.stringify(JSON.parse(text), (key, value: unknown) => {
      if (key === 'claim') strip(value, ['from', 'note']);
      return NEWER_FIELDS.has(key) ? undefined : value;
    });
  },
};

type Json = Record<string, unknown>;

function strip(object: unknown, fields: string[]): void {
  if (typeof object !== 'object' || object === null) return;
  for (const field of fields) delete (object as Json)[field];
}
