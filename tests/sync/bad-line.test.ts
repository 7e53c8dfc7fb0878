import { describe, expect, test, vi } from 'vitest';
import { aTeam, ends, seeing } from '#tests/support/a-team.ts';
import { aFlakyProxy } from '#tests/support/flaky-proxy.ts';
import { loadMeta, loadSyncState, saveMeta } from '#utils/db/meta.ts';
import { createSyncEngine } from '#utils/sync/engine.ts';

/** Longest that a condition is waited for; the machine may be busy. */
const SOON = 10_000;

/** A team of which one browser speaks to the server over a bad line. */
async function aTeamOnABadLine() {
  const team = await aTeam();
  const line = await aFlakyProxy(team.server.url);
  ends.push(() => line.close());
  const { db } = team.member;
  const account = await loadMeta(db, 'account');
  if (!account) throw new Error('not joined');
  await saveMeta(db, 'account', { ...account, server: line.url });
  let ahead = 0;
  let patience: AbortController | null = null;
  const awake: number[] = [];
  const engine = createSyncEngine({
    db,
    // Answers are awaited for 10 s in earnest; a test that is told to give up gives up at once.
    fetch: (url, init) => fetch(url, { ...init, ...(patience && { signal: patience.signal }) }),
    now: () => Date.now() + ahead,
    random: () => 0,
    keepAwake: () => awake.push(1),
    onChange: () => undefined,
  });
  ends.push(() => engine.disconnect());
  const state = async () => (await engine.connection()).state;
  return {
    ...team,
    line,
    awake,
    browser: { ...team.member, engine },
    state,
    advance(ms: number) {
      ahead += ms;
    },
    losePatience() {
      patience = new AbortController();
      return () => {
        patience?.abort();
        patience = null;
      };
    },
    untilLive: () => vi.waitFor(async () => expect(await state()).toBe('live'), SOON),
    untilOffline: () => vi.waitFor(async () => expect(await state()).toBe('offline'), SOON),
  };
}

vi.setConfig({ testTimeout: 30_000 });

describe('exchanges over a bad line', () => {
  test('a push that arrives twice has its effect once', async () => {
    const { browser, owner, line } = await aTeamOnABadLine();
    await browser.engine.sync();
    line.use({ fault: 'repeat', path: '/v1/push' });
    await browser.record([seeing('1'), seeing('2')]);
    await browser.engine.sync();
    await owner.engine.sync();
    expect(await owner.db.threads.count()).toBe(2);
    expect(await browser.db.outbox.count()).toBe(0);
    expect(await browser.db.refused.count()).toBe(0);
  });

  test('a push whose answer is lost is repeated under the same numbers', async () => {
    const { browser, owner, line } = await aTeamOnABadLine();
    await browser.engine.sync();
    line.use({ fault: 'loseAnswer', path: '/v1/push', times: 1 });
    await browser.record([seeing('1')]);
    await browser.engine.sync();
    expect(await browser.db.outbox.count()).toBe(1);
    await browser.record([seeing('2')]);
    await browser.engine.sync();
    await owner.engine.sync();
    expect(await owner.db.threads.count()).toBe(2);
    expect((await browser.db.sent.toArray()).map(({ mid }) => mid)).toEqual([1, 2]);
  });

  test.each(['loseAnswer', 'repeat'] as const)('a claim under %s has one fence', async (fault) => {
    const { browser, line } = await aTeamOnABadLine();
    await browser.record([seeing('1')]);
    await browser.engine.sync();
    line.use({ fault, path: '/v1/claims', times: 1 });
    const client = await browser.engine.client();
    const take = async () => client?.claim({ action: 'take', threadId: 'x:1' });
    const first = await take().catch(() => null);
    const second = await take();
    expect(first === null).toBe(fault === 'loseAnswer');
    expect(second).toMatchObject({ granted: true, claim: { fence: 1 } });
  });

  test('a login page of a network counts as no answer', async () => {
    const { browser, line, state } = await aTeamOnABadLine();
    await browser.engine.sync();
    line.use({ fault: 'portal' });
    await browser.record([seeing('1')]);
    await browser.engine.sync();
    expect(await state()).toBe('offline');
    expect(await browser.db.outbox.count()).toBe(1);
    line.heal();
    await browser.engine.sync();
    expect(await state()).toBe('live');
    expect(await browser.db.outbox.count()).toBe(0);
  });

  test('facts wait out a partition, then drain', async () => {
    const { browser, owner, line, state, losePatience } = await aTeamOnABadLine();
    await browser.engine.sync();
    line.use({ fault: 'silence' });
    await browser.record([seeing('1')]);
    const giveUp = losePatience();
    const exchange = browser.engine.sync();
    await vi.waitFor(() => expect(line.count('/v1/push')).toBe(1), SOON);
    giveUp();
    await exchange;
    expect(await state()).toBe('offline');
    await browser.record([seeing('2')]);
    line.heal();
    await browser.engine.sync();
    await owner.engine.sync();
    expect(await state()).toBe('live');
    expect(await owner.db.threads.count()).toBe(2);
  });
});

describe('the live channel over a bad line', () => {
  test('a line that died without a word is noticed after thirty seconds and opened anew', async () => {
    const { browser, line, advance, untilLive, untilOffline } = await aTeamOnABadLine();
    browser.engine.connect();
    await untilLive();
    line.use({ fault: 'silence' });
    advance(15_000);
    browser.engine.beat();
    advance(16_000);
    browser.engine.beat();
    await untilOffline();
    line.heal();
    await vi.waitFor(() => expect(line.count('/v1/live')).toBe(2), SOON);
    await untilLive();
  });

  test('a reset is followed by another try', async () => {
    const { browser, line, untilLive, untilOffline } = await aTeamOnABadLine();
    browser.engine.connect();
    await untilLive();
    line.use({ fault: 'refuse' });
    await untilOffline();
    line.heal();
    await vi.waitFor(() => expect(line.count('/v1/live')).toBeGreaterThan(1), SOON);
    await untilLive();
    expect(await browser.engine.connection()).toMatchObject({ waiting: 0 });
  });

  test('after sleep nothing is certain until an exchange has succeeded', async () => {
    const { browser, line, state, advance, untilLive } = await aTeamOnABadLine();
    browser.engine.connect();
    await untilLive();
    line.use({ fault: 'reset', path: '/v1/pull' });
    advance(8 * 3_600_000);
    browser.engine.beat();
    expect(await state()).toBe('offline');
    await vi.waitFor(() => expect(line.count('/v1/live')).toBeGreaterThan(1), SOON);
    await vi.waitFor(() => expect(line.count('/v1/pull')).toBeGreaterThan(2), SOON);
    expect(await state()).toBe('offline');
    line.heal();
    await untilLive();
  });

  test('each heartbeat of the server keeps the worker awake', async () => {
    const { browser, awake } = await aTeamOnABadLine();
    await browser.engine.sync();
    class Socket extends EventTarget {
      static readonly OPEN = 1;
      constructor() {
        super();
        queueMicrotask(() => {
          for (const type of ['ready', 'hb', 'hb']) {
            const data = JSON.stringify({ type, serverTime: Date.now(), presence: [] });
            this.dispatchEvent(new MessageEvent('message', { data }));
          }
        });
      }
      close() {}
    }
    vi.stubGlobal('WebSocket', Socket);
    browser.engine.connect();
    await vi.waitFor(() => expect(awake).toHaveLength(2), SOON);
    vi.unstubAllGlobals();
  });

  test('questions stand in where WebSockets are blocked', async () => {
    const { browser, owner, line, untilLive } = await aTeamOnABadLine();
    await browser.engine.sync();
    await owner.engine.sync();
    line.use({ fault: 'noUpgrade' });
    browser.engine.connect();
    browser.engine.beat();
    await vi.waitFor(() => expect(line.count('/v1/wait')).toBeGreaterThan(0), SOON);
    await untilLive();
    await owner.record([seeing('1')]);
    await owner.engine.sync();
    await vi.waitFor(async () => expect(await browser.db.threads.count()).toBe(1), SOON);
    owner.engine.connect();
    await vi.waitFor(
      async () => expect((await owner.engine.connection()).state).toBe('live'),
      SOON,
    );
    browser.engine.tellPresence('x:1', 'typing');
    await vi.waitFor(
      () =>
        expect(owner.engine.presence.of('x:1', owner.memberId)).toMatchObject([{ kind: 'typing' }]),
      SOON,
    );
    owner.engine.tellPresence('x:1', 'looking');
    await vi.waitFor(
      () =>
        expect(browser.engine.presence.of('x:1', browser.memberId)).toMatchObject([
          { kind: 'looking' },
        ]),
      SOON,
    );
    expect((await loadSyncState(browser.db)).trouble).toBeNull();
  });
});
