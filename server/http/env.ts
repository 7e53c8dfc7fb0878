import type { HttpBindings } from '@hono/node-server';
import type { Actor } from '../services/actor.ts';

/** What routes find in Hono's context. */
export interface AppEnv {
  Bindings: Partial<HttpBindings>;
  Variables: {
    /** Set behind `requireActor`. */
    actor: Actor;
  };
}
