/** An invite must not outlive the right under which it was made. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#utils/model/team.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { ask, joinAs } from '../testing/test-device.ts';
import type { TestDevice } from '../testing/test-device.ts';
import { createTestContext } from '../testing/test-context.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';
import { inviteOwner } from './invites.ts';
import { joinTeam, openTeam } from './joining.ts';

onEachStore((store) => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await startTestTeam({ store });
  });
  afterAll(() => team.end());

  const aTeammate = async (role: 'lead' | 'member') =>
    joinAs((await team.server.invite(role)).link, 'Dee Example');

  async function invite(by: TestDevice, wish: object): Promise<string> {
    const { body } = await by.ask('POST', '/v1/invites', wish);
    return (body as { link?: string }).link ?? '';
  }
  const inviteDevice = (by: TestDevice, { joined }: TestDevice) =>
    invite(by, { memberId: joined.member.id });
  const setRole = ({ joined }: TestDevice, role: Role) =>
    team.owner.ask('POST', '/v1/members/role', { memberId: joined.member.id, role });

  async function redeem(link: string): Promise<string> {
    const answer = await ask(team.server.url, 'POST', '/v1/join', {
      body: { invite: new URL(link).hash.slice(1), name: 'Eve Example', device: '' },
    });
    return answer.status === 200 ? 'joined' : (answer.body as { code: string }).code;
  }

  describe('another role', () => {
    it('ends an owner’s link for another owner', async () => {
      const second = await aTeammate('lead');
      await setRole(second, 'owner');
      const link = await inviteDevice(second, team.owner);
      await setRole(second, 'lead');
      expect(await redeem(link)).toBe('invite_expired');
    });

    it('ends a lead’s link for a member who is an owner by then', async () => {
      const member = await aTeammate('member');
      const link = await inviteDevice(team.lead, member);
      await setRole(member, 'owner');
      expect(await redeem(link)).toBe('invite_expired');
    });

    it('ends a lead’s links for new people', async () => {
      const lead = await aTeammate('lead');
      const link = await invite(lead, { role: 'lead' });
      await setRole(lead, 'member');
      expect(await redeem(link)).toBe('invite_expired');
    });

    it('leaves the links of others as they are', async () => {
      const link = await inviteDevice(team.owner, team.lead);
      await setRole(await aTeammate('member'), 'lead');
      expect(await redeem(link)).toBe('joined');
    });
  });

  describe('a device that is revoked', () => {
    const revoke = (by: TestDevice, { joined }: TestDevice) =>
      by.ask('POST', '/v1/devices/revoke', { deviceId: joined.deviceId });

    it('does not come back by a link that it made', async () => {
      const stolen = await aTeammate('lead');
      const own = await joinAs(await inviteDevice(stolen, stolen), 'Whoever');
      const links = [await inviteDevice(stolen, stolen), await invite(stolen, { role: 'lead' })];
      await revoke(own, stolen);
      expect([await redeem(links[0] ?? ''), await redeem(links[1] ?? '')]).toEqual([
        'invite_expired',
        'invite_expired',
      ]);
      expect(await redeem(await inviteDevice(own, own))).toBe('joined');
    });

    it('leaves the links of others as they are', async () => {
      const link = await invite(team.lead, { role: 'member' });
      await revoke(team.owner, await aTeammate('member'));
      expect(await redeem(link)).toBe('joined');
    });
  });

  it('a browser that leaves by itself keeps the link for the next one', async () => {
    const device = await aTeammate('member');
    const link = await inviteDevice(device, device);
    await device.ask('POST', '/v1/leave', {});
    expect(await redeem(link)).toBe('joined');
  });

  describe('the link for the first person', () => {
    it('is one, however many servers start at once, and ends when somebody has joined', async () => {
      const context = await createTestContext(store);
      const { id } = await openTeam(context.store, 'Team');
      const starts = Array.from({ length: 8 }, () => inviteOwner(context.store, id, 'http://h'));
      const links = (await Promise.all(starts)).map((made) => made?.link ?? '');
      const open = 'SELECT 1 FROM invite WHERE used_at IS NULL AND expires_at > db_now()';
      expect(await context.store.all(open)).toHaveLength(1);

      // As an earlier version left it.
      await context.store.run('UPDATE invite SET expires_at = db_now() + 1000');
      const join = async (link = '') =>
        joinTeam(context, { invite: new URL(link).hash.slice(1), name: 'Eve', device: '' });
      expect((await join(links[0])).member.role).toBe('owner');
      await expect(join(links[1])).rejects.toThrow('This invite has expired.');
      await context.close();
    });
  });
});
