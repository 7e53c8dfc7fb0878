import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { ServerContext } from './context.ts';
import { readClientAddress } from './http/client-address.ts';
import { checkProtocol } from './http/check-protocol.ts';
import { cors } from './http/cors.ts';
import type { AppEnv } from './http/env.ts';
import { answerNotFound, answerTooLarge, toErrorAnswer } from './http/errors.ts';
import { limitAnswers } from './http/limit-answers.ts';
import { createLimiters, defaultLimits } from './http/limits.ts';
import type { AppLimits } from './http/limits.ts';
import { logRequests } from './http/log-requests.ts';
import { refuseEmbeds } from './http/refuse-embeds.ts';
import { requireActor } from './http/require-actor.ts';
import { secureHeaders } from './http/secure-headers.ts';
import { takeOrRefuse } from './http/too-many.ts';
import { practiceRoutes } from './practice/routes.ts';
import { boardPageRoutes } from './routes/board-page.ts';
import { deviceRoutes } from './routes/devices.ts';
import { healthRoutes } from './routes/health.ts';
import { joinPageRoutes } from './routes/join-page.ts';
import { joinRoutes } from './routes/join.ts';
import { memberRoutes } from './routes/members.ts';
import { pictureRoutes } from './routes/pictures.ts';
import { polishRoutes } from './routes/polish.ts';
import { sharedPageRoutes } from './routes/shared-page.ts';
import { shareRoutes } from './routes/shares.ts';
import { syncRoutes } from './routes/sync.ts';
import { teamRoutes } from './routes/team.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { waitRoutes } from './routes/wait.ts';

const BODY_MAX_BYTES = 1_000_000;
/** What is answered with many records. */
const LONG_ANSWERS = ['/pull', '/snapshot', '/threads', '/guard', '/pictures'];

export interface AppOptions {
  /** Those that are left out are the default ones. */
  limits?: Partial<AppLimits>;
  /** How many proxies in front add to `X-Forwarded-For`. */
  trustedProxies?: number;
}

/** The whole HTTP side, without listening. */
export function createApp(context: ServerContext, options: AppOptions = {}): Hono<AppEnv> {
  const { store, clock, log, publicUrl } = context;
  const limiters = createLimiters(clock, { ...defaultLimits, ...options.limits });
  const limitStrangers = createMiddleware<AppEnv>(async (c, next) => {
    // Calls under /v1 are counted once it is known whose they are.
    if (!c.req.path.startsWith('/v1/')) takeOrRefuse(limiters.stranger, c.var.address);
    await next();
  });
  const app = new Hono<AppEnv>();
  app.onError(toErrorAnswer(log));
  app.notFound(answerNotFound);
  app.use(logRequests(log, clock), secureHeaders);
  app.use(readClientAddress(options.trustedProxies ?? 0), limitStrangers);
  app.use(bodyLimit({ maxSize: BODY_MAX_BYTES, onError: answerTooLarge }));
  app.use('/v1/*', cors(publicUrl), refuseEmbeds(publicUrl), checkProtocol);
  app.route('/v1', joinRoutes(context, limiters));
  const members = new Hono<AppEnv>();
  members.use(requireActor(store, limiters));
  const limitLong = limitAnswers();
  for (const path of LONG_ANSWERS) members.use(path, limitLong);
  members
    .route('/', syncRoutes(context))
    .route('/', teamRoutes(context))
    .route('/', memberRoutes(context))
    .route('/', deviceRoutes(context))
    .route('/', polishRoutes(context))
    .route('/', pictureRoutes(context))
    .route('/', shareRoutes(context))
    .route('/', webhookRoutes(context))
    .route('/', waitRoutes(context));
  app.route('/v1', members);
  app
    .route('/', healthRoutes(store))
    .route('/', joinPageRoutes())
    .route('/', boardPageRoutes())
    .route('/', sharedPageRoutes(context, limiters))
    .route('/', practiceRoutes(context));
  return app;
}
