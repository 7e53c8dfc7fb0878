import { createMiddleware } from 'hono/factory';
import { ServiceError } from '../services/service-error.ts';
import type { AppEnv } from './env.ts';

/** Answers of one address that a device may have under way; a browser asks for one after the other. */
const ANSWERS_MAX = 4;
/** How long a peer may take to read one, ms: a megabyte over a poor line. */
const READ_WITHIN_MS = 2 * 60_000;
const RETRY_AFTER_S = 5;

/**
 * For addresses with long answers, behind `requireActor`: who does not read what was asked for gets nothing more of
 * it, and is cut off in the end, for all of it stands in our memory.
 */
export function limitAnswers() {
  const underWay = new Map<string, number>();
  return createMiddleware<AppEnv>(async (c, next) => {
    const { teamId, deviceId } = c.var.actor;
    const key = `${teamId} ${deviceId} ${c.req.path}`;
    const own = underWay.get(key) ?? 0;
    if (own >= ANSWERS_MAX) {
      const message = 'Too many answers are under way. Read them, then try again.';
      throw new ServiceError('too_many', message, undefined, RETRY_AFTER_S);
    }
    underWay.set(key, own + 1);
    const release = () => {
      const left = (underWay.get(key) ?? 1) - 1;
      if (left === 0) underWay.delete(key);
      else underWay.set(key, left);
    };
    const isLeft = onceRead(c.env, release);
    try {
      await next();
    } finally {
      if (!isLeft) release();
    }
  });
}

/** Calls once when the answer was read or its connection is gone; false when there is neither. */
function onceRead({ incoming, outgoing }: AppEnv['Bindings'] = {}, done: () => void): boolean {
  const socket = incoming?.socket;
  if (!socket || !outgoing || outgoing.destroyed || socket.destroyed) return false;
  const end = () => {
    clearTimeout(timer);
    outgoing.off('close', end);
    socket.off('close', end);
    done();
  };
  const timer = setTimeout(() => socket.destroy(), READ_WITHIN_MS);
  outgoing.once('close', end);
  // An answer that waits for an earlier one on its connection is not told of the end.
  socket.once('close', end);
  return true;
}
