import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { openStore, startServer } from '../listen.ts';
import { silentLogger } from '../log.ts';
import { freeSightings } from '../store/sightings.ts';
import { aReply, aSighting } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { joinAs, toOutcomes } from '../testing/test-device.ts';
import type { TestDevice } from '../testing/test-device.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';
import { SIGHTINGS_PER_HOUR } from './sighting-quota.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearback-quota-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HOUR_MS = 3_600_000;

it('holds without being asked for, at what no person reads', async () => {
  const server = await startServer({
    port: 0,
    data: join(folder, 'team.sqlite'),
    log: silentLogger,
  });
  onTestFinished(() => server.close());
  const device = await joinAs(server.ownerLink ?? '', 'Ada Example');
  const page = (from: number) =>
    Array.from({ length: SIGHTINGS_PER_HOUR / 2 }, (_, n) => aSighting({ id: `n${from + n}` }));
  for (const from of [0, 1_000])
    expect(new Set(toOutcomes(await device.push(...page(from))))).toEqual(new Set(['ok']));
  expect(
    toOutcomes(await device.push(aSighting({ id: 'beyond' }), aReply({ threadId: 'x:n1' }))),
  ).toEqual(['too_many', 'ok']);
});

onEachStore((store) => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await startTestTeam({ store, sightingsPerHour: 20 });
  });
  afterAll(() => team.end());

  let posts = 0;
  const aDevice = async () => joinAs((await team.server.invite('member')).link, 'Dee Example');

  /** How many of so many new threads were taken in. */
  async function see(device: TestDevice, count: number): Promise<number> {
    const sightings = Array.from({ length: count }, () => aSighting({ id: `${(posts += 1)}` }));
    const outcomes = toOutcomes(await device.push(...sightings));
    expect(['ok', 'too_many']).toEqual(expect.arrayContaining(outcomes));
    return outcomes.filter((outcome) => outcome === 'ok').length;
  }

  it('takes in as many new threads of a device as its hour allows', async () => {
    const device = await aDevice();
    expect(await see(device, 25)).toBe(20);
    team.clock.advance(HOUR_MS / 2);
    expect(await see(device, 25)).toBe(10);
    expect(await see(await aDevice(), 5)).toBe(5);
  });

  it('lets what stands behind a refused thread through, with words for the refused', async () => {
    const device = await aDevice();
    await see(device, 20);
    const { results } = await device.push(
      aSighting({ id: 'over' }),
      aSighting({ id: '1' }),
      aReply({ id: 'x:behind', threadId: 'x:1' }),
    );
    expect(results.map(({ ok }) => ok)).toEqual([false, true, true]);
    expect(results[0]?.refusal?.message).toContain('more than 20 new mentions an hour');
  });

  it('saves up for ten hours, so that a server that was away loses nothing', async () => {
    const device = await aDevice();
    await see(device, 20);
    team.clock.advance(30 * HOUR_MS);
    expect(await see(device, 190)).toBe(190);
    expect(await see(device, 20)).toBe(10);
  });

  it('lets a device send again what a restored server has forgotten', async () => {
    const device = await aDevice();
    await see(device, 20);
    const data = await openStore(team, team.clock);
    await data.transaction(freeSightings);
    await data.close();
    expect(await see(device, 100)).toBe(100);
  });
});
