import { afterAll, beforeAll, expect, it } from 'vitest';
import { aSighting } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { ask, joinAs } from '../testing/test-device.ts';
import type { TestDevice } from '../testing/test-device.ts';
import { startTestTeam, wideLimits } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';

onEachStore((store) => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await startTestTeam({ store });
  });
  afterAll(() => team.end());

  async function inviteDevice(by: TestDevice, whom: TestDevice) {
    const answer = await by.ask('POST', '/v1/invites', { memberId: whom.joined.member.id });
    return { status: answer.status, link: (answer.body as { link?: string }).link ?? '' };
  }

  const redeem = (link: string) =>
    ask(team.server.url, 'POST', '/v1/join', {
      body: { invite: new URL(link).hash.slice(1), name: 'Dee Example', device: '' },
    });

  it('lets one of twenty who use the same link at once in', async () => {
    const { link } = await team.server.invite('member');
    const before = (await team.owner.snapshot()).rows.length;
    const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(link)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(19);
    expect((await team.owner.snapshot()).rows.length).toBe(before + 1);
  });

  it('brings somebody who was signed out back as the same person', async () => {
    const { link } = await team.server.invite('member');
    const first = await joinAs(link, 'Eve Example');
    await first.push(aSighting({ id: 'eve' }));
    await first.ask('POST', '/v1/leave', {});
    const again = await inviteDevice(team.lead, first);
    const second = await joinAs(again.link, 'Another name');
    expect(second.joined.member).toEqual(first.joined.member);
    expect(second.joined.deviceId).not.toBe(first.joined.deviceId);
    const { body } = await second.ask('GET', '/v1/me');
    expect(body).toMatchObject({ lastMid: 0, member: { name: 'Eve Example' } });
  });

  it.each([
    ['member', 'member', 200],
    ['member', 'lead', 403],
    ['lead', 'member', 200],
    ['lead', 'lead', 200],
    ['lead', 'owner', 403],
    ['owner', 'owner', 200],
    ['owner', 'member', 200],
  ] as const)('answers a %s who adds a device for %s with %i', async (by, whom, status) => {
    expect((await inviteDevice(team[by], team[whom])).status).toBe(status);
  });

  it('knows nobody outside the team to add a device for', async () => {
    const answer = await team.owner.ask('POST', '/v1/invites', { memberId: 'nobody' });
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('tells whoever guesses nothing of teams or invites', async () => {
    const { link } = await team.server.invite('member');
    const secret = new URL(link).hash.slice(1);
    const [teamId = ''] = secret.split('.');
    await redeem(link);
    const guesses = [
      `${teamId}.${'A'.repeat(43)}`,
      `no-such-team.${'A'.repeat(43)}`,
      `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`,
      'x'.repeat(60),
    ];
    const answers = await Promise.all(guesses.map((guess) => redeem(`http://h/join#${guess}`)));
    const distinct = new Set(answers.map(({ status, body }) => JSON.stringify([status, body])));
    expect(distinct.size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404, body: { code: 'invite_unknown' } });
  });

  it('slows down tries of one invite from wherever, and tells when to try again', async () => {
    const limits = { ...wideLimits, invite: { perSecond: 0.05, burst: 3 } };
    const limited = await startTestTeam({ store, limits, trustedProxies: 1 });
    const secret = `team.${'A'.repeat(8)}`;
    const attempt = (n: number) =>
      ask(limited.server.url, 'POST', '/v1/join', {
        body: { invite: `${secret}${String(n).padStart(35, '0')}`, name: 'Eve', device: '' },
        headers: { 'x-forwarded-for': `203.0.113.${n}` },
      });
    const answers = [];
    for (let n = 0; n < 4; n += 1) answers.push(await attempt(n));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 429]);
    expect(answers.at(-1)?.headers.get('retry-after')).toBe('20');
    await limited.end();
  });
});
