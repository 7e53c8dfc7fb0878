/** One server process of the checked cluster: the product's own parts, with short leases. `DATABASE_URL`, then port. */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '#server/app.ts';
import { systemClock } from '#server/clock.ts';
import type { ServerContext } from '#server/context.ts';
import { createHub } from '#server/hub.ts';
import { openStore } from '#server/listen.ts';
import { createPostgresNotifier } from '#server/live/postgres-notifier.ts';
import { silentLogger } from '#server/log.ts';
import { inviteOwner } from '#server/services/invites.ts';
import { openTeam } from '#server/services/joining.ts';
import { startSweeper } from '#server/services/sweeper.ts';
import { wideLimits } from '#server/testing/test-server.ts';
import { leaseOf, rewriteStatements } from './rewritten-store.ts';

const [databaseUrl = '', port = '0', leaseMs = '400'] = process.argv.slice(2);
const store = rewriteStatements(
  await openStore({ data: '', databaseUrl }),
  leaseOf(Number(leaseMs)),
);
const log = silentLogger;
const clock = systemClock;
const url = `http://127.0.0.1:${port}`;
const publicUrl = () => url;
const notifier = createPostgresNotifier(databaseUrl, log);
const hub = createHub({ store, clock, log, publicUrl, notifier });
const context: ServerContext = {
  store,
  clock,
  log,
  hub,
  publicUrl,
  // A long run writes more than people see in an hour.
  sightingsPerHour: 1_000_000,
};
const http = createServer(getRequestListener(createApp(context, { limits: wideLimits }).fetch));
hub.attach(http);
const team = await openTeam(store, 'Acme team');
startSweeper(context, 150);
http.listen(Number(port), '127.0.0.1', async () => {
  const owner = await inviteOwner(store, team.id, url);
  process.stdout.write(`ready ${owner?.link ?? ''}\n`);
});
