import { expect, test } from 'vitest';
import { aTeam, seeing } from '#tests/support/a-team.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import { exchange } from './exchange.ts';
import { createPortionSize } from './pace.ts';
import { SlowLineError } from './team-client.ts';
import type { TeamClient } from './team-client.ts';

test('halves, and comes back to where it was', () => {
  const size = createPortionSize(500);
  size.halve();
  size.halve();
  expect(size.now()).toBe(125);
  size.grow();
  expect(size.now()).toBe(141);
  for (let n = 0; n < 60; n += 1) size.grow();
  expect(size.now()).toBe(500);
  for (let n = 0; n < 30; n += 1) size.halve();
  expect(size.now()).toBe(1);
});

const context = () => ({ memberId: 'me', now: 1 });
/** Bytes that come, or go, through the line in time. */
const CARRIED = 6_000;

const slow = (hasBegun: boolean) => new SlowLineError('https://team.example', hasBegun);

/** A client on a line that carries no long answers; `asked` tells how much each call was for. */
function onASlowLine(client: TeamClient, asked: number[] = []): TeamClient {
  const carry = async <T>(size: number, answer: Promise<T>): Promise<T> => {
    asked.push(size);
    if (JSON.stringify(await answer).length > CARRIED) throw slow(true);
    return answer;
  };
  return {
    ...client,
    pull: (cursor, limit) => carry(limit, client.pull(cursor, limit)),
    snapshot: (after, limit) => carry(limit, client.snapshot(after, limit)),
  };
}

async function clientOf({ engine }: { engine: { client(): Promise<TeamClient | null> } }) {
  const client = await engine.client();
  if (!client) throw new Error('not joined');
  return client;
}

const many = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => seeing(`${from + n}`));

test('a state that is too much for the line at once comes in smaller pages', async () => {
  const { owner, member } = await aTeam();
  await owner.record(many(0, 60));
  await owner.engine.sync();
  const client = onASlowLine(await clientOf(member));
  await exchange(member.db, client, context);
  expect(await member.db.threads.count()).toBe(60);
});

test('changes that are too much for the line at once come in smaller pages', async () => {
  const { owner, member } = await aTeam();
  await member.engine.sync();
  await owner.record(many(0, 60));
  await owner.engine.sync();
  const asked: number[] = [];
  await exchange(member.db, onASlowLine(await clientOf(member), asked), context);
  expect(await member.db.threads.count()).toBe(60);
  expect(asked[0]).toBe(500);
  // What the line does not carry is not asked for with every page.
  expect(asked.filter((size) => size === 500)).toHaveLength(1);
});

test('a line without any answer is left alone until the next exchange', async () => {
  const { member } = await aTeam();
  await member.engine.sync();
  const asked: number[] = [];
  const client = {
    ...(await clientOf(member)),
    pull: async (_cursor: unknown, limit: number) => {
      asked.push(limit);
      throw slow(false);
    },
  };
  for (let n = 0; n < 3; n += 1) {
    await expect(exchange(member.db, client, context)).rejects.toThrow('No answer');
  }
  expect(asked).toEqual([500, 250, 125]);
});

test('facts that are too much for the line at once go in smaller pushes', async () => {
  const { owner, member } = await aTeam();
  await member.engine.sync();
  await member.record(many(0, 60));
  const client = await clientOf(member);
  const slowly: TeamClient = {
    ...client,
    push: async (request) => {
      if (JSON.stringify(request).length > CARRIED) throw slow(false);
      return client.push(request);
    },
  };
  expect(await exchangeUntilDone(member.db, slowly)).toBeLessThan(10);
  await owner.engine.sync();
  expect(await owner.db.threads.count()).toBe(60);
});

/** Number of exchanges until nothing waits. */
async function exchangeUntilDone(db: HearbackDb, client: TeamClient): Promise<number> {
  for (let round = 1; ; round += 1) {
    await exchange(db, client, context).catch(() => undefined);
    if ((await db.outbox.count()) === 0 || round === 50) return round;
  }
}
