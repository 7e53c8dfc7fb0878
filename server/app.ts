import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ServerContext } from './context.ts';
import { cors } from './http/cors.ts';
import type { AppEnv } from './http/env.ts';
import { answerNotFound, answerTooLarge, toErrorAnswer } from './http/errors.ts';
import { logRequests } from './http/log-requests.ts';
import { createRateLimiter } from './http/rate-limiter.ts';
import type { RateLimit } from './http/rate-limiter.ts';
import { requireActor } from './http/require-actor.ts';
import { secureHeaders } from './http/secure-headers.ts';
import { practiceRoutes } from './practice/routes.ts';
import { healthRoutes } from './routes/health.ts';
import { joinPageRoutes } from './routes/join-page.ts';
import { syncRoutes } from './routes/sync.ts';
import { joinRoutes, teamRoutes } from './routes/team.ts';

const BODY_MAX_BYTES = 1_000_000;

/** How often one device may ask, and one address may try invites. */
export interface AppLimits {
  device: RateLimit;
  join: RateLimit;
}

/** A person with a busy page makes a few requests a second; a script in a loop makes hundreds. */
export const defaultLimits: AppLimits = {
  device: { perSecond: 20, burst: 300 },
  join: { perSecond: 0.5, burst: 30 },
};

/** The whole HTTP side, without listening. */
export function createApp(context: ServerContext, limits: AppLimits = defaultLimits): Hono<AppEnv> {
  const { store, clock, log, publicUrl } = context;
  const app = new Hono<AppEnv>();
  app.onError(toErrorAnswer(log));
  app.notFound(answerNotFound);
  app.use(logRequests(log, clock), secureHeaders);
  app.use(bodyLimit({ maxSize: BODY_MAX_BYTES, onError: answerTooLarge }));
  app.use('/v1/*', cors(publicUrl));
  app.route('/v1', joinRoutes(context, createRateLimiter(clock, limits.join)));
  const members = new Hono<AppEnv>();
  members.use(requireActor(store, createRateLimiter(clock, limits.device)));
  members.route('/', syncRoutes(context)).route('/', teamRoutes(context));
  app.route('/v1', members);
  app
    .route('/', healthRoutes(store))
    .route('/', joinPageRoutes())
    .route('/', practiceRoutes(context));
  return app;
}
