/** How sites are read, mended by leads: versions that can be gone back to, told to the whole team. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { teamSiteSchema } from '#utils/model/team-site.ts';
import type { SiteSelectors, TeamSite } from '#utils/model/team-site.ts';
import type { Cursor } from '#utils/sync/wire.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { fact, toOutcomes } from '../testing/test-device.ts';
import type { TestDevice } from '../testing/test-device.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';

const first = { 'post.post': '.first' };
const second = { 'post.post': '.second' };
const third = { 'post.post': '.third', 'post.text': '.words' };

onEachStore((store) => {
  let team: TestTeam;
  /** Where a teammate stands who has all that was told before. */
  let before: Cursor;
  beforeAll(async () => {
    team = await startTestTeam({ store });
  });
  afterAll(() => team.end());
  beforeEach(async () => {
    await team.owner.push(fact('site.remove', { id: 'x' }));
    before = (await team.member.pull()).next;
  });

  const save = (by: TestDevice, selectors: SiteSelectors, id = 'x') =>
    by.push(fact('site.save', { id, selectors }));

  /** What a teammate is told since, removals as null. */
  async function pullNews() {
    const { changes } = await team.member.pull(before);
    return changes.map(({ kind, id, op, body }) => ({ kind, id, op, body: body as TeamSite }));
  }

  /** How the site stands for somebody who joins now. */
  async function load(): Promise<TeamSite | undefined> {
    const { rows } = await team.member.snapshot();
    const row = rows.find(({ kind, id }) => kind === 'site' && id === 'x');
    return row && teamSiteSchema.parse(row.body);
  }

  it('keeps the earlier version of a site that is mended again, with who did it', async () => {
    await save(team.owner, first);
    team.clock.advance(1_000);
    await save(team.lead, second);
    const [ada, ben] = [team.owner, team.lead].map(({ joined }) => joined.member.id);
    const site = await load();
    expect(site).toMatchObject({ version: 2, selectors: second, changedBy: ben });
    expect(site?.earlier).toMatchObject([{ version: 1, selectors: first, changedBy: ada }]);
    const [earlier] = site?.earlier ?? [];
    expect((site?.changedAt ?? 0) - (earlier?.changedAt ?? 0)).toBe(1_000);
  });

  it('tells teammates of exactly what was changed, as it stands then', async () => {
    await save(team.owner, first);
    await save(team.lead, second);
    const news = await pullNews();
    expect(news.at(-1)).toEqual({ kind: 'site', id: 'x', op: 'put', body: await load() });
    expect(new Set(news.map(({ kind, id }) => `${kind} ${id}`))).toEqual(new Set(['site x']));
  });

  it('goes back to an earlier version by a new one, so that nothing is lost', async () => {
    for (const selectors of [first, second, third]) await save(team.owner, selectors);
    const known = await load();
    await save(team.lead, known?.earlier[1]?.selectors ?? {});
    const site = await load();
    expect(site).toMatchObject({ version: 4, selectors: first });
    expect(site?.earlier.map(({ version, selectors }) => [version, selectors])).toEqual([
      [3, third],
      [2, second],
      [1, first],
    ]);
  });

  it('keeps both mends of two leads who did not know of each other’s', async () => {
    await save(team.owner, first);
    // Neither has pulled what the other makes of the first.
    await Promise.all([save(team.owner, second), save(team.lead, third)]);
    const site = await load();
    const versions = site ? [site, ...site.earlier] : [];
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    const [ada, ben] = [team.owner, team.lead].map(({ joined }) => joined.member.id);
    const made = new Map(versions.map(({ selectors, changedBy }) => [selectors, changedBy]));
    expect([...made]).toEqual(
      expect.arrayContaining([
        [first, ada],
        [second, ada],
        [third, ben],
      ]),
    );
  });

  it('takes a mend that is told twice for one', async () => {
    const body = {
      epoch: team.lead.joined.epoch,
      ackMid: 0,
      mutations: [
        { mid: team.lead.mid + 1, mutation: fact('site.save', { id: 'x', selectors: first }) },
      ],
    };
    await team.lead.ask('POST', '/v1/push', body);
    await team.lead.ask('POST', '/v1/push', body);
    team.lead.mid += 1;
    expect(await load()).toMatchObject({ version: 1, earlier: [] });
    expect(await pullNews()).toHaveLength(1);
  });

  it('removes a site with its versions, for everybody; the next mend is the first', async () => {
    await save(team.owner, first);
    await save(team.owner, second);
    before = (await team.member.pull()).next;
    await team.lead.push(fact('site.remove', { id: 'x' }));
    expect(await pullNews()).toEqual([{ kind: 'site', id: 'x', op: 'del', body: null }]);
    expect(await load()).toBeUndefined();
    await save(team.owner, third);
    expect(await load()).toMatchObject({ version: 1, selectors: third, earlier: [] });
  });

  it('has nothing to tell where there was nothing to remove', async () => {
    expect(toOutcomes(await team.lead.push(fact('site.remove', { id: 'reddit' })))).toEqual(['ok']);
    expect(await pullNews()).toEqual([]);
  });

  it('goes back to ten versions, all as large as may be', async () => {
    const letters = (n: number) => String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26));
    // Just within what one site may have, names counted.
    const large = (n: number) =>
      Object.fromEntries(
        Array.from({ length: 200 }, (_, at) => [
          `post.some${letters(at)}`,
          `.${letters(n)}${'鍋'.repeat(36)}`,
        ]),
      );
    const saves = Array.from({ length: 12 }, (_, n) =>
      fact('site.save', { id: 'x', selectors: large(n) }),
    );
    expect(toOutcomes(await team.owner.push(...saves))).toEqual(saves.map(() => 'ok'));
    const site = await load();
    expect(site?.version).toBe(12);
    expect(site?.earlier.map(({ version }) => version)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    expect((await pullNews()).at(-1)?.body).toEqual(site);
  });

  it.each([
    ['for no site of ours and no host', { id: 'y', selectors: first }],
    ['under a name without a table', { id: 'x', selectors: { post: '.first' } }],
    ['without a selector', { id: 'x', selectors: { 'post.post': ' ' } }],
    ['of one that is too long', { id: 'x', selectors: { 'post.post': 'p'.repeat(501) } }],
    ['with a version of its own', { id: 'x', selectors: first, version: 7 }],
  ])('refuses a mend %s, and lets what was told with it through', async (_what, args) => {
    const good = fact('site.save', { id: 'x', selectors: second });
    const answer = await team.lead.push({ kind: 'site.save', args }, good);
    expect(toOutcomes(answer)).toEqual(['invalid', 'ok']);
    expect(await load()).toMatchObject({ version: 1, selectors: second });
  });

  it('takes no mend from a member', async () => {
    await save(team.lead, first);
    const tries = [
      fact('site.save', { id: 'x', selectors: second }),
      fact('site.remove', { id: 'x' }),
    ];
    expect(toOutcomes(await team.member.push(...tries))).toEqual(['forbidden', 'forbidden']);
    expect(await load()).toMatchObject({ version: 1, selectors: first });
  });
});
