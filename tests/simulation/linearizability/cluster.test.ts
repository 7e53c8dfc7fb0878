import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aSighting } from '#server/testing/builders.ts';
import { needPostgres, onPostgres } from '#server/testing/on-each-store.ts';
import { createChance } from '../random.ts';
import { judgeAppends } from './appends.ts';
import { joinCaller, makeClaims, nowMs, pause, readHistory, writeFacts } from './callers.ts';
import type { Caller, Recorded } from './callers.ts';
import { createClaimModel } from './claim-model.ts';
import { startProcess } from './cluster.ts';
import type { ServerProcess } from './cluster.ts';
import { checkHistory } from './wgl.ts';

/** Answered claim calls; `HEARBACK_CLUSTER_CALLS=20000` for the long run. */
const CALLS = Number(process.env.HEARBACK_CLUSTER_CALLS ?? 300);
/** A fault after so many answers, or after so long without any. */
const CALLS_PER_FAULT = 40;
const CALM_MS = 3_000;
const LEASE_MS = 400;
const THREADS = ['1', '2', '3', '4'];

interface Progress {
  answered: number;
}

/** Stops, kills and restarts one process after the other, as the callers get on. */
async function disturb(servers: ServerProcess[], seed: number, progress: Progress) {
  const chance = createChance(seed);
  let faults = 0;
  while (progress.answered < CALLS) {
    const goal = progress.answered + chance.between(1, 2 * CALLS_PER_FAULT);
    const latest = nowMs() + CALM_MS;
    while (progress.answered < goal && nowMs() < latest) await pause(10);
    const server = chance.pick(servers);
    faults += 1;
    if (chance.next() < 0.3) {
      await server.restart();
      continue;
    }
    server.pause();
    await pause(chance.between(50, 900));
    server.resume();
  }
  return faults;
}

/** Every call with its answer, to be looked at again, where `HEARBACK_HISTORY` names a file. */
function keepHistory(calls: readonly Recorded[]): void {
  const file = process.env.HEARBACK_HISTORY;
  if (file) writeFileSync(file, JSON.stringify(calls));
}

onPostgres(() => {
  test(
    'claims and histories of three processes that are stopped and killed make one order',
    async () => {
      const seed = Number(process.env.HEARBACK_SEED ?? 1);
      const url = await (await needPostgres()).createDatabase();
      const first = await startProcess(url, LEASE_MS);
      const servers = [first];
      try {
        // Each start ends the owner's link of the one before.
        const owner = await joinCaller(first.ownerLink, 'owner');
        servers.push(await startProcess(url, LEASE_MS), await startProcess(url, LEASE_MS));
        const team: Caller[] = [owner];
        for (const name of ['ben', 'cem', 'dan', 'eve', 'fay']) {
          const role = name === 'ben' ? 'lead' : 'member';
          const { link } = await owner.at(first.origin).invite({ role });
          team.push(await joinCaller(link, name));
        }
        const [writers, claimers] = [team.slice(3), team];
        const mutations = THREADS.map((id, index) => ({
          mid: index + 1,
          mutation: aSighting({ id }),
        }));
        await owner.at(first.origin).push({ epoch: owner.joined.epoch, ackMid: 0, mutations });

        const origins = servers.map(({ origin }) => origin);
        const threadIds = THREADS.map((id) => `x:${id}`);
        const progress = { answered: 0 };
        const isOver = () => progress.answered >= CALLS;
        const onAnswer = () => {
          progress.answered += 1;
        };
        const chance = (index: number) => createChance(seed * 1_000 + index);
        let isCalm = false;
        const [recorded, written, read, faults] = await Promise.all([
          Promise.all(
            claimers.map((one, at) =>
              makeClaims(one, team, origins, threadIds, chance(at), isOver, onAnswer),
            ),
          ),
          Promise.all(writers.map((one, at) => writeFacts(one, origins, chance(50 + at), isOver))),
          Promise.all(
            team
              .slice(0, 3)
              .map((one, at) => readHistory(one, origins, chance(80 + at), () => isCalm)),
          ),
          disturb(servers, seed, progress).then((count) => {
            isCalm = true;
            return count;
          }),
        ]);

        const model = createClaimModel(LEASE_MS);
        const all = recorded.flat();
        const unknown = all.filter(({ operation }) => operation.output === null).length;
        keepHistory(all);
        for (const threadId of threadIds) {
          const history = all.flatMap((one) => (one.threadId === threadId ? one.operation : []));
          const { isLinearizable, stuckAt } = checkHistory(model, history);
          expect({ threadId, stuckAt: isLinearizable ? [] : stuckAt }).toEqual({
            threadId,
            stuckAt: [],
          });
        }
        const appends = {
          acknowledged: new Map(
            writers.map(({ name }, at) => [name, written[at]?.acknowledged ?? []]),
          ),
          unsure: new Set(written.flatMap(({ unsure }) => unsure)),
          read: new Map(read.map(({ ids }, at) => [`reader ${at}`, ids])),
        };
        expect(judgeAppends(appends)).toEqual([]);
        for (const { seqs } of read) expect(seqs).toEqual(seqs.map((_, index) => index + 1));
        // A calm run would show nothing.
        expect(faults).toBeGreaterThan(CALLS / CALLS_PER_FAULT / 4);
        const appended = read[0]?.ids.length ?? 0;
        process.stdout.write(
          `${all.length} claim calls, ${unknown} without an answer, ${appended} appends, ${faults} faults\n`,
        );
      } finally {
        for (const server of servers) {
          server.resume();
          await server.end();
        }
      }
    },
    60_000 + CALLS * 200,
  );
});
