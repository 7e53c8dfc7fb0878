import { beforeAll, afterAll, expect, it } from 'vitest';
import { createTestContext } from '../testing/test-context.ts';
import type { TestContext } from '../testing/test-context.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { pruneModelUse, readModelUse, settleModelTokens, takeModelTokens } from './model-use.ts';

onEachStore((kind) => {
  let context: TestContext;
  beforeAll(async () => {
    context = await createTestContext(kind);
  });
  afterAll(() => context.close());

  const aTeam = async () => (await context.createTeam()).teamId;

  it('has used nothing at first', async () => {
    expect(await readModelUse(context.store, await aTeam(), 19_000)).toBe(0);
  });

  it('gives out as much as there is, and nothing in part', async () => {
    const { store } = context;
    const team = await aTeam();
    const take = (tokens: number) => takeModelTokens(store, team, 19_000, tokens, 100);
    expect([
      await take(101),
      await take(60),
      await take(50),
      await take(40),
      await take(1),
    ]).toEqual([false, true, false, true, false]);
    expect(await readModelUse(store, team, 19_000)).toBe(100);
  });

  it('gives out no more to many at once', async () => {
    const { store } = context;
    const team = await aTeam();
    const taken = await Promise.all(
      Array.from({ length: 20 }, () => takeModelTokens(store, team, 19_000, 30, 100)),
    );
    expect(taken.filter(Boolean).length).toBe(3);
    expect(await readModelUse(store, team, 19_000)).toBe(90);
  });

  it('keeps teams and days apart', async () => {
    const { store } = context;
    const [one, other] = [await aTeam(), await aTeam()];
    await takeModelTokens(store, one, 19_000, 100, 100);
    expect(await takeModelTokens(store, other, 19_000, 100, 100)).toBe(true);
    expect(await takeModelTokens(store, one, 19_001, 100, 100)).toBe(true);
    await settleModelTokens(store, one, 19_000, 100, 5);
    expect(await readModelUse(store, other, 19_000)).toBe(100);
    expect(await readModelUse(store, one, 19_001)).toBe(100);
  });

  it('puts what was used in the place of what was counted', async () => {
    const { store } = context;
    const team = await aTeam();
    await takeModelTokens(store, team, 19_000, 80, 100);
    await settleModelTokens(store, team, 19_000, 80, 30);
    expect(await readModelUse(store, team, 19_000)).toBe(30);
    await settleModelTokens(store, team, 19_000, 10, 500);
    expect(await readModelUse(store, team, 19_000)).toBe(520);
    await settleModelTokens(store, team, 19_000, 9_999, 0);
    expect(await readModelUse(store, team, 19_000)).toBe(0);
  });

  it('forgets what is over a month old, of that team alone', async () => {
    const { store, clock } = context;
    const today = Math.floor(clock.now() / 86_400_000);
    const [one, other] = [await aTeam(), await aTeam()];
    for (const day of [today, today - 30, today - 40])
      for (const team of [one, other]) await takeModelTokens(store, team, day, 7, 100);
    await pruneModelUse(store, one);
    const left = async (team: string) =>
      Promise.all([today, today - 30, today - 40].map((day) => readModelUse(store, team, day)));
    expect(await left(one)).toEqual([7, 7, 0]);
    expect(await left(other)).toEqual([7, 7, 7]);
  });
});
