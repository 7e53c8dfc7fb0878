/** Links by which people outside the team read a collection: who makes them, what they show, and when they end. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SharedCollection, ShareRequest } from '#utils/sync/wire-stories.ts';
import { aPost, aStory } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { fact } from '../testing/test-device.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';
import { withStore } from '../testing/with-store.ts';

onEachStore((store) => {
  let team: TestTeam;
  const story = (id: string, over: object = {}) =>
    fact(
      'story.save',
      aStory({ id, post: aPost({ id, text: `Words ${id}` }), collections: ['fair'], ...over }),
    );
  beforeEach(async () => {
    team = await startTestTeam({ store });
    await team.member.push(
      fact('collection.save', { id: 'fair', name: 'Spring fair', note: 'Inside' }),
      story('granted', { note: 'Secret note', tags: ['secret'] }),
      story('asked'),
      story('declined'),
      story('elsewhere', { collections: ['fairs'] }),
      fact('story.consent', { id: 'x:granted', state: 'granted' }),
      fact('story.consent', { id: 'x:asked', state: 'asked' }),
      fact('story.consent', { id: 'x:declined', state: 'declined' }),
    );
  });
  afterEach(() => team.end());

  async function share(over: Partial<ShareRequest> = {}) {
    const request = { collectionId: 'fair', days: 7, onlyGranted: true, ...over };
    const { status, body } = await team.lead.ask('POST', '/v1/shares', request);
    expect(status).toBe(200);
    return body as { share: { id: string }; link: string };
  }
  const toToken = (link: string) => link.split('#')[1] ?? '';
  async function read(token: string) {
    const response = await fetch(`${team.server.url}/stories/read`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    return { status: response.status, body: (await response.json()) as SharedCollection };
  }
  const textsOf = ({ body }: Awaited<ReturnType<typeof read>>) =>
    body.stories.map(({ text }) => text).sort();

  it('show stories whose customers agreed, and nothing that the team wrote of them', async () => {
    const { link } = await share();
    const shown = await read(toToken(link));
    expect(shown.body.name).toBe('Spring fair');
    expect(textsOf(shown)).toEqual(['Words granted']);
    expect(JSON.stringify(shown.body)).not.toMatch(/secret|inside|savedBy/iu);
  });

  it('show others only where that was asked for, never those whose customers said no', async () => {
    const { link } = await share({ onlyGranted: false });
    expect(textsOf(await read(toToken(link)))).toEqual(['Words asked', 'Words granted']);
  });

  it('keep their token out of addresses and out of the database', async () => {
    const { link } = await share();
    expect(new URL(link).pathname + new URL(link).search).toBe('/stories');
    const rows = await withStore(team, (sql) => sql.all('SELECT * FROM share'));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(toToken(link).split('.')[1]);
  });

  it('end at their time, when they are ended, and with their collection', async () => {
    const timed = await share({ days: 1 });
    const ended = await share();
    const orphan = await share();
    const { body } = await team.member.ask('GET', '/v1/shares');
    expect((body as { shares: object[] }).shares).toHaveLength(3);
    await team.lead.ask('POST', '/v1/shares/end', { id: ended.share.id });
    expect((await read(toToken(ended.link))).status).toBe(404);
    expect((await read(toToken(orphan.link))).status).toBe(200);
    await withStore(team, (sql) =>
      sql.run('UPDATE share SET expires_at = created_at WHERE id = ?', [timed.share.id]),
    );
    expect((await read(toToken(timed.link))).status).toBe(404);
    await team.member.push(fact('collection.remove', { id: 'fair' }));
    expect((await read(toToken(orphan.link))).status).toBe(404);
  });

  it('show nothing any more of what was withdrawn or erased', async () => {
    const { link } = await share({ onlyGranted: false });
    await team.member.push(fact('story.consent', { id: 'x:granted', state: 'withdrawn' }));
    await team.lead.ask('POST', '/v1/erase', { postKey: 'x:asked' });
    expect(textsOf(await read(toToken(link)))).toEqual([]);
  });

  it('are made and ended by leads and the owner alone', async () => {
    const { share: made } = await share();
    const request = { collectionId: 'fair', days: 7, onlyGranted: true };
    expect((await team.member.ask('POST', '/v1/shares', request)).status).toBe(403);
    expect((await team.member.ask('POST', '/v1/shares/end', { id: made.id })).status).toBe(403);
    const { body } = await team.owner.ask('GET', '/v1/audit');
    expect(JSON.stringify(body)).toContain('share.created');
  });

  it('that are none are answered in the same words', async () => {
    const { link } = await share();
    const [teamId] = toToken(link).split('.');
    const tokens = [`${teamId}.${'A'.repeat(43)}`, `other.${'A'.repeat(43)}`, 'x'.repeat(40)];
    const answers = await Promise.all(tokens.map(read));
    expect(
      new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size,
    ).toBe(1);
  });

  it('open a page that asks for nothing but its own parts', async () => {
    const page = await fetch(`${team.server.url}/stories`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const part of ['/stories.css', '/stories.js']) {
      expect((await fetch(`${team.server.url}${part}`)).status).toBe(200);
      expect(await (await fetch(`${team.server.url}/stories`)).text()).toContain(part);
    }
    const script = await (await fetch(`${team.server.url}/stories.js`)).text();
    expect(script).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write/u);
  });
});
