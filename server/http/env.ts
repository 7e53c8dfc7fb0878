import type { HttpBindings } from '@hono/node-server';
import type { Actor } from '../services/actor.ts';

/** What routes find in Hono's context. */
export interface AppEnv {
  Bindings: Partial<HttpBindings>;
  Variables: {
    /** Whom a visitor without a token is counted as; set for every request. */
    address: string;
    /** Set behind `requireActor`. */
    actor: Actor;
    /** SHA-256 of the token that asks; set behind `requireActor`. */
    tokenHash: string;
  };
}
