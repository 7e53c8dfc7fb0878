import { afterAll, beforeAll, expect, it } from 'vitest';
import { devicesResponseSchema, tokenResponseSchema } from '#utils/sync/wire-access.ts';
import type { Device, TokenResponse } from '#utils/sync/wire-access.ts';
import { CLOSE_UNAUTHORIZED } from '#utils/sync/wire-live.ts';
import { aSighting } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { joinAs, toDevice } from '../testing/test-device.ts';
import type { TestDevice } from '../testing/test-device.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';
import { goLive } from '../testing/test-socket.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

onEachStore((store) => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await startTestTeam({ store });
  });
  afterAll(() => team.end());

  const aMember = async () => joinAs((await team.server.invite('member')).link, 'Dee Example');

  async function listDevices(device: TestDevice): Promise<Device[]> {
    const { body } = await device.ask('GET', '/v1/devices');
    return devicesResponseSchema.parse(body).devices;
  }

  async function askToken(device: TestDevice, act: 'rotate' | 'split'): Promise<TokenResponse> {
    const { body } = await device.ask('POST', `/v1/devices/${act}`, {});
    return tokenResponseSchema.parse(body);
  }

  const withToken = (device: TestDevice, { token, deviceId }: TokenResponse) =>
    toDevice(device.origin, { ...device.joined, token, deviceId });

  const isLetIn = async (device: TestDevice) => (await device.ask('GET', '/v1/me')).status === 200;

  async function reuses(): Promise<string[]> {
    const { body } = await team.owner.ask('GET', '/v1/audit');
    const { entries } = body as { entries: { action: string; target: string }[] };
    return entries.filter(({ action }) => action === 'token.reused').map(({ target }) => target);
  }

  it('shows a member their own devices, leads everybody’s', async () => {
    const device = await aMember();
    const { deviceId, member } = device.joined;
    expect(await listDevices(device)).toEqual([
      {
        id: deviceId,
        memberId: member.id,
        name: 'Test browser',
        createdAt: team.clock.now(),
        seenAt: team.clock.now(),
      },
    ]);
    const all = (await listDevices(team.lead)).map(({ id }) => id);
    expect(all).toEqual(
      expect.arrayContaining([deviceId, team.owner.joined.deviceId, team.lead.joined.deviceId]),
    );
  });

  it('notes within a minute when a device was last there', async () => {
    const device = await aMember();
    team.clock.advance(MINUTE_MS + 1);
    await device.ask('GET', '/v1/snapshot');
    expect((await listDevices(device))[0]?.seenAt).toBe(team.clock.now());
  });

  it('ends a revoked device at once: its token, its socket, its claims', async () => {
    const device = await aMember();
    await device.push(aSighting({ id: 'revoked' }));
    await device.claim({ action: 'take', threadId: 'x:revoked' });
    const socket = await goLive(device);
    const { deviceId } = device.joined;
    const answer = await team.lead.ask('POST', '/v1/devices/revoke', { deviceId });
    expect(answer.status).toBe(200);
    expect(await socket.closed).toBe(CLOSE_UNAUTHORIZED);
    expect(await isLetIn(device)).toBe(false);
    const taken = await team.member.claim({ action: 'take', threadId: 'x:revoked' });
    expect(taken.granted).toBe(true);
  });

  it.each([
    ['member', 'own', 200],
    ['member', 'member', 403],
    ['lead', 'member', 200],
    ['lead', 'owner', 403],
    ['owner', 'lead', 200],
  ] as const)('answers a %s who revokes a device of %s with %i', async (role, whose, status) => {
    const adding =
      whose === 'own' ? team[role] : whose === 'member' ? await aMember() : team[whose];
    const { body } = await adding.ask('POST', '/v1/invites', {
      memberId: adding.joined.member.id,
    });
    const target = await joinAs((body as { link: string }).link, 'Whoever');
    const { deviceId } = target.joined;
    const answer = await team[role].ask('POST', '/v1/devices/revoke', { deviceId });
    expect(answer.status).toBe(status);
    expect(await isLetIn(target)).toBe(status !== 200);
  });

  it('says that a device which is unknown is signed out already', async () => {
    for (const deviceId of ['nobody', 'a\0b', 'lone \ud800']) {
      const answer = await team.owner.ask('POST', '/v1/devices/revoke', { deviceId });
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
  });

  it('lets the old token work until the new one has been used, however long that takes', async () => {
    const old = await aMember();
    const rotated = await askToken(old, 'rotate');
    expect(rotated.oldUntil).toBeGreaterThan(team.clock.now() + 1_000 * DAY_MS);
    team.clock.advance(300 * DAY_MS);
    expect([await isLetIn(old), await isLetIn(withToken(old, rotated))]).toEqual([true, true]);
    team.clock.advance(10 * MINUTE_MS);
    expect(await isLetIn(old)).toBe(false);
  });

  it('lets the old token work for ten minutes after the new one is first used', async () => {
    const old = await aMember();
    const rotated = await askToken(old, 'rotate');
    const next = withToken(old, rotated);
    expect([await isLetIn(old), await isLetIn(next)]).toEqual([true, true]);
    team.clock.advance(10 * MINUTE_MS);
    expect([await isLetIn(old), await isLetIn(next)]).toEqual([false, true]);
  });

  it('writes down once that a token was used after its end', async () => {
    const old = await aMember();
    await isLetIn(withToken(old, await askToken(old, 'rotate')));
    team.clock.advance(10 * MINUTE_MS);
    await isLetIn(old);
    await Promise.all([isLetIn(old), isLetIn(old)]);
    const { deviceId } = old.joined;
    expect((await reuses()).filter((id) => id === deviceId)).toEqual([deviceId]);
  });

  it.each([
    ['device was revoked', (device: TestDevice) => device.joined.deviceId, 'devices/revoke'],
    ['member was removed', (device: TestDevice) => device.joined.member.id, 'members/remove'],
  ])('writes nothing down of the former token when the %s', async (_why, idOf, path) => {
    const old = await aMember();
    const next = withToken(old, await askToken(old, 'rotate'));
    await isLetIn(next);
    team.clock.advance(10 * MINUTE_MS);
    const name = path.startsWith('devices') ? 'deviceId' : 'memberId';
    await team.owner.ask('POST', `/v1/${path}`, { [name]: idOf(old) });
    // Its browser tries both, for the server may have been restored.
    expect([await isLetIn(next), await isLetIn(old)]).toEqual([false, false]);
    expect(await reuses()).not.toContain(old.joined.deviceId);
  });

  it('gives another token when the answer of a rotation was lost, without more time', async () => {
    const old = await aMember();
    const lost = await askToken(old, 'rotate');
    team.clock.advance(4 * MINUTE_MS);
    const heard = await askToken(old, 'rotate');
    expect(heard.oldUntil).toBe(lost.oldUntil);
    expect(await isLetIn(withToken(old, heard))).toBe(true);
    expect(await isLetIn(withToken(old, lost))).toBe(false);
  });

  it('takes no used token away for a request that was repeated on the way', async () => {
    const old = await aMember();
    const next = withToken(old, await askToken(old, 'rotate'));
    expect(await isLetIn(next)).toBe(true);
    expect((await old.ask('POST', '/v1/devices/rotate', {})).status).toBe(401);
    expect([await isLetIn(old), await isLetIn(next)]).toEqual([true, true]);
  });

  it('gives a copied profile a device of its own that counts from one', async () => {
    const first = await aMember();
    await first.push(aSighting({ id: 'first-copy' }));
    const copy = withToken(first, await askToken(first, 'split'));
    expect(copy.joined.deviceId).not.toBe(first.joined.deviceId);
    await copy.push(aSighting({ id: 'second-copy' }));
    await first.push(aSighting({ id: 'first-again' }));
    const { body } = await copy.ask('GET', '/v1/me');
    expect(body).toMatchObject({ lastMid: 1, member: first.joined.member });
    expect(await listDevices(first)).toHaveLength(2);
  });

  it('stops at 50 devices of one member', async () => {
    const device = await aMember();
    for (let n = 1; n < 50; n += 1) await askToken(device, 'split');
    const answer = await device.ask('POST', '/v1/devices/split', {});
    expect(answer).toMatchObject({ status: 429, body: { code: 'too_many' } });
  });
});
