/**
 * Does a reader ever miss a change? 24 writers push through three server processes on one PostgreSQL while three
 * readers pull. `node tests/bench/gap.ts --changes 1000000` for the long run.
 */
import { startPrivatePostgres } from '#server/testing/private-postgres.ts';
import { aSnippet } from '#server/testing/builders.ts';
import { joinAs, toDevice, toOutcomes } from '#server/testing/test-device.ts';
import type { TestDevice } from '#server/testing/test-device.ts';
import { readFlag, startChild } from './child-server.ts';
import { keep, printTable } from './measure.ts';

const WRITERS = 24;
const PROCESSES = 3;
const CHANGES = readFlag('changes', 12_000);
/** Changes in one push; the long run fills its pushes. */
const BATCH = CHANGES > 100_000 ? 200 : 20;

async function joinWriters(origins: readonly string[], ownerLink: string): Promise<TestDevice[]> {
  const owner = await joinAs(ownerLink, 'Ada Example');
  const devices: TestDevice[] = [];
  for (let n = 0; n < WRITERS + PROCESSES; n += 1) {
    const { body } = await owner.ask('POST', '/v1/invites', { role: 'member' });
    const { joined } = await joinAs((body as { link: string }).link, `Writer ${n}`);
    devices.push(toDevice(origins[n % PROCESSES] ?? '', joined));
  }
  return devices;
}

let retries = 0;

/** As a browser does: tries again when the line broke or the server was busy. The numbers make that safe. */
async function again<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      const isPassing = error instanceof TypeError || (error as Error).message.startsWith('503');
      if (!isPassing || tries === 20) throw error;
      retries += 1;
      const { message, cause } = error as Error;
      process.stderr.write(
        `Again after: ${message} ${cause instanceof Error ? cause.message : ''}\n`,
      );
      await new Promise((resolve) => setTimeout(resolve, 200 * tries));
    }
  }
}

async function write(
  device: TestDevice,
  name: number,
  changes: number,
  acked: Set<string>,
): Promise<void> {
  for (let done = 0; done < changes; done += BATCH) {
    const count = Math.min(BATCH, changes - done);
    const facts = Array.from({ length: count }, (_, n) => aSnippet(`w${name}-${done + n}`));
    const answer = await again(() => device.push(...facts));
    if (toOutcomes(answer).some((one) => one !== 'ok')) throw new Error('A fact was refused.');
    for (let n = 0; n < count; n += 1) acked.add(`w${name}-${done + n}`);
  }
}

/** Pulls until told that writing is over, then to the end; what it saw, and how often the order broke. */
async function read(device: TestDevice, isOver: () => boolean) {
  let next = { epoch: device.joined.epoch, seq: 0, mark: '' };
  const seen = new Set<string>();
  const faults = { outOfOrder: 0, twice: 0 };
  for (;;) {
    const wasOver = isOver();
    const from = next;
    const page = await again(() => device.pull(from));
    for (const [index, { seq, kind, id }] of page.changes.entries()) {
      if (seq !== from.seq + index + 1) faults.outOfOrder += 1;
      if (kind !== 'library') continue;
      if (seen.has(id)) faults.twice += 1;
      seen.add(id);
    }
    next = page.next;
    if (wasOver && page.changes.length === 0) return { seen, head: next.seq, ...faults };
    // Somebody who looks is told by the live channel; without one a browser asks now and then.
    if (page.changes.length === 0) await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const postgres = await startPrivatePostgres();
const DATABASE_URL = await postgres.createDatabase();
const first = await startChild('serve.ts', { DATABASE_URL });
const others = await Promise.all([2, 3].map(() => startChild('serve.ts', { DATABASE_URL })));
const servers = [first, ...others];
try {
  // The last to start made the link that works.
  const links = servers.map(({ ownerLink }) => ownerLink ?? '');
  const origins = servers.map(({ url }) => url);
  let devices: TestDevice[] = [];
  for (const link of links) {
    devices = await joinWriters(origins, link).catch(() => devices);
  }
  const writers = devices.slice(0, WRITERS);
  const readers = devices.slice(WRITERS);
  let isOver = false;
  const startedAt = performance.now();
  const reading = Promise.all(readers.map((device) => read(device, () => isOver)));
  // Said by whoever fails first, not by those who fail because of it.
  reading.catch(() => undefined);
  const each = Math.ceil(CHANGES / WRITERS);
  const acked = new Set<string>();
  await Promise.all(writers.map((device, name) => write(device, name, each, acked)));
  const seconds = (performance.now() - startedAt) / 1_000;
  isOver = true;
  const results = await reading;
  const rows = results.map(({ seen, head, outOfOrder, twice }, index) => ({
    reader: `process ${index + 1}`,
    acknowledged: acked.size,
    missed: [...acked].filter((id) => !seen.has(id)).length,
    twice,
    'out of order': outOfOrder,
    head,
    retries,
    'changes/s': Math.round(acked.size / seconds),
    'pushes/s': Math.round((WRITERS * Math.ceil(each / BATCH)) / seconds),
  }));
  printTable(rows);
  keep('gap', { WRITERS, PROCESSES, BATCH, seconds, rows });
  const isWhole = rows.every((row) => row.missed + row.twice + row['out of order'] === 0);
  process.exitCode = isWhole ? 0 : 1;
} finally {
  for (const server of servers) await server.kill();
  await postgres.end();
}
