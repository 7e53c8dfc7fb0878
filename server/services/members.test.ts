import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '#utils/model/team.ts';
import { CLOSE_UNAUTHORIZED } from '#utils/sync/wire-live.ts';
import { aReply, aSighting } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { ask, fact, joinAs, toOutcomes } from '../testing/test-device.ts';
import type { TestDevice } from '../testing/test-device.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';
import { goLive } from '../testing/test-socket.ts';

onEachStore((store) => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await startTestTeam({ store });
  });
  afterAll(() => team.end());

  async function aTeammate(role: Role): Promise<TestDevice> {
    const invited = role === 'owner' ? 'lead' : role;
    const device = await joinAs((await team.server.invite(invited)).link, 'Dee Example');
    if (role === 'owner') await setRole(team.owner, device, 'owner');
    return device;
  }

  const remove = (by: TestDevice, { joined }: TestDevice) =>
    by.ask('POST', '/v1/members/remove', { memberId: joined.member.id });
  const setRole = (by: TestDevice, { joined }: TestDevice, role: Role) =>
    by.ask('POST', '/v1/members/role', { memberId: joined.member.id, role });

  it.each([
    ['member', 'member', 403],
    ['lead', 'member', 200],
    ['lead', 'lead', 403],
    ['lead', 'owner', 403],
    ['owner', 'member', 200],
    ['owner', 'lead', 200],
    ['owner', 'owner', 200],
  ] as const)('answers a %s who removes a %s with %i', async (by, whom, status) => {
    const answer = await remove(await aTeammate(by), await aTeammate(whom));
    expect(answer.status).toBe(status);
  });

  it.each([
    ['member', 'lead', 403],
    ['lead', 'lead', 403],
    ['owner', 'lead', 200],
    ['owner', 'owner', 200],
  ] as const)('answers a %s who makes somebody %s with %i', async (by, role, status) => {
    const whom = await aTeammate('member');
    expect((await setRole(await aTeammate(by), whom, role)).status).toBe(status);
    const { body } = await whom.ask('GET', '/v1/me');
    expect(body).toMatchObject({ member: { role: status === 200 ? role : 'member' } });
  });

  it('ends everything of a member who is removed', async () => {
    const gone = await aTeammate('lead');
    await gone.push(
      aSighting({ id: 'gone' }),
      aReply({ id: 'x:gone-1', threadId: 'x:gone' }),
      aSighting({ id: 'held' }),
    );
    await gone.claim({ action: 'take', threadId: 'x:held' });
    const { body } = await gone.ask('POST', '/v1/invites', { role: 'lead' });
    const socket = await goLive(gone);
    await remove(team.owner, gone);

    expect(await socket.closed).toBe(CLOSE_UNAUTHORIZED);
    expect(await gone.ask('GET', '/v1/me')).toMatchObject({
      status: 401,
      body: { code: 'removed' },
    });
    await expect(joinAs((body as { link: string }).link, 'Eve')).rejects.toThrow('invite_expired');
    const taken = await team.member.claim({ action: 'take', threadId: 'x:held' });
    expect(taken.granted).toBe(true);
    const { changes } = await team.member.pull();
    const last = changes.findLast(({ id }) => id === gone.joined.member.id);
    expect(last).toMatchObject({ kind: 'member', op: 'del', body: null });
    // What somebody did stays theirs.
    const reply = changes.findLast(({ id }) => id === 'x:gone-1');
    expect(reply?.body).toMatchObject({ memberId: gone.joined.member.id });
  });

  it('tells a removed member from one who was signed out', async () => {
    const gone = await aTeammate('member');
    await gone.ask('POST', '/v1/leave', {});
    expect((await gone.ask('GET', '/v1/me')).body).toMatchObject({ code: 'unauthorized' });
    await remove(team.owner, gone);
    expect((await gone.ask('GET', '/v1/me')).body).toMatchObject({ code: 'removed' });
    const old = { token: gone.joined.token, headers: { 'hearback-protocol': '1' } };
    expect((await ask(gone.origin, 'GET', '/v1/me', old)).body).toMatchObject({
      code: 'unauthorized',
    });
  });

  it('brings nobody back who was removed', async () => {
    const gone = await aTeammate('member');
    const memberId = gone.joined.member.id;
    const { body } = await gone.ask('POST', '/v1/invites', { memberId });
    await remove(team.owner, gone);
    const pushed = await team.owner.push(
      fact('member.update', { id: memberId, name: 'Back', handles: [] }),
    );
    expect(toOutcomes(pushed)).toEqual(['not_found']);
    expect((await setRole(team.owner, gone, 'lead')).status).toBe(404);
    await expect(joinAs((body as { link: string }).link, 'Back')).rejects.toThrow('invite_expired');
    const { rows } = await team.owner.snapshot();
    expect(rows.map(({ id }) => id)).not.toContain(memberId);
  });

  it('keeps one owner, whatever two owners do to each other at once', async () => {
    const alone = await startTestTeam({ store });
    const { owner, lead, member } = alone;
    expect(await setRole(owner, owner, 'lead')).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('Make somebody else an owner first') as string },
    });
    expect((await remove(owner, owner)).status).toBe(403);
    await setRole(owner, lead, 'owner');
    const answers = await Promise.all([setRole(owner, owner, 'member'), remove(lead, lead)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    const { rows } = await member.snapshot();
    const roles = rows.filter(({ kind }) => kind === 'member').map(({ body }) => body as object);
    expect(roles.filter((body) => 'role' in body && body.role === 'owner')).toHaveLength(1);
    await alone.end();
  });

  it('hands ownership on', async () => {
    const alone = await startTestTeam({ store });
    const { owner, lead } = alone;
    await setRole(owner, lead, 'owner');
    expect((await setRole(owner, owner, 'member')).status).toBe(200);
    expect((await setRole(owner, lead, 'member')).status).toBe(403);
    expect((await remove(lead, owner)).status).toBe(200);
    await alone.end();
  });

  it('ends the open invites of a lead who becomes a member', async () => {
    const lead = await aTeammate('lead');
    const { body } = await lead.ask('POST', '/v1/invites', { role: 'lead' });
    await setRole(team.owner, lead, 'member');
    await expect(joinAs((body as { link: string }).link, 'Eve')).rejects.toThrow('invite_expired');
  });

  it('tells the team of a new role', async () => {
    const device = await aTeammate('member');
    await setRole(team.owner, device, 'lead');
    const { changes } = await team.member.pull();
    expect(changes.at(-1)).toMatchObject({ id: device.joined.member.id, body: { role: 'lead' } });
  });

  it('finds nobody under ids that no column can hold', async () => {
    const bodies = ['a\0b', 'lone \ud800'].map((memberId) => ({ memberId }));
    const token = team.owner.joined.token;
    for (const body of bodies) {
      const answer = await ask(team.server.url, 'POST', '/v1/members/remove', { token, body });
      expect(answer.status).toBe(404);
    }
  });
});
