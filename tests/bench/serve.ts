/** A server for benchmarks: as `server/main.ts start`, with limits that nothing here meets. */
import { createLogger, silentLogger } from '#server/log.ts';
import { startServer } from '#server/listen.ts';

const wide = { perSecond: 1e6, burst: 1e6 };
const { BENCH_PORT = '0', BENCH_DATA = '', DATABASE_URL, BENCH_LOG } = process.env;
const server = await startServer({
  port: Number(BENCH_PORT),
  data: BENCH_DATA,
  databaseUrl: DATABASE_URL,
  limits: { device: wide, team: wide, stranger: wide, join: wide, invite: wide },
  sightingsPerHour: 1e6,
  // So that a benchmark can come from many addresses, as people do.
  trustedProxies: 1,
  log: BENCH_LOG ? createLogger() : silentLogger,
});
process.stdout.write(`${JSON.stringify({ url: server.url, ownerLink: server.ownerLink })}\n`);
