import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditPageSchema } from '#utils/model/access.ts';
import type { AuditEntry } from '#utils/model/access.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';

onEachStore((store) => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await startTestTeam({ store });
  });
  afterAll(() => team.end());

  async function readAll(): Promise<AuditEntry[]> {
    const entries: AuditEntry[] = [];
    let query = '';
    for (;;) {
      const { body } = await team.lead.ask('GET', `/v1/audit${query}`);
      const page = auditPageSchema.parse(body);
      entries.push(...page.entries);
      if (page.next === null) return entries;
      query = `?before=${page.next}`;
    }
  }

  it('tells who joined, newest first', async () => {
    const joined = (await readAll()).filter(({ action }) => action === 'member.joined');
    const { owner, lead, member } = team;
    expect(new Set(joined.map(({ target }) => target))).toEqual(
      new Set([owner, lead, member].map((device) => device.joined.member.id)),
    );
  });

  it('names who did it, from the token', async () => {
    await team.owner.ask('POST', '/v1/team', { retentionDays: 30 });
    const told = (await readAll()).filter(({ action }) => action === 'team.retention');
    // Entries of one moment stand in no order, and other tests set it too.
    expect(told).toContainEqual(
      expect.objectContaining({ memberId: team.owner.joined.member.id, target: '30' }),
    );
  });

  it('gives every entry once over many pages of the same moment', async () => {
    for (let n = 0; n < 230; n += 1) {
      if (n % 50 === 0) team.clock.advance(1);
      await team.lead.ask('POST', '/v1/invites', { role: 'member' });
    }
    const entries = await readAll();
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(entries.filter(({ action }) => action === 'invite.created').length).toBeGreaterThan(229);
    const times = entries.map(({ at }) => at);
    expect(times).toEqual([...times].sort((one, other) => other - one));
  });

  it('is for leads and owners', async () => {
    const statuses = await Promise.all(
      [team.member, team.lead, team.owner].map(async (device) => {
        return (await device.ask('GET', '/v1/audit')).status;
      }),
    );
    expect(statuses).toEqual([403, 200, 200]);
  });

  it('takes no place that it never gave', async () => {
    for (const before of ['x', '1.', '1.%00', '99999999999999999999.a']) {
      const answer = await team.lead.ask('GET', `/v1/audit?before=${before}`);
      expect(answer.status).toBe(400);
    }
  });

  it('lets only an owner change how long things are kept, within 7 to 365 days', async () => {
    const set = async (by: 'member' | 'lead' | 'owner', retentionDays: number) =>
      (await team[by].ask('POST', '/v1/team', { retentionDays })).status;
    const statuses = [
      await set('member', 30),
      await set('lead', 30),
      await set('owner', 6),
      await set('owner', 366),
      await set('owner', 45),
    ];
    expect(statuses).toEqual([403, 403, 400, 400, 200]);
    const { body } = await team.member.ask('GET', '/v1/me');
    expect(body).toMatchObject({ retentionDays: 45 });
  });
});
