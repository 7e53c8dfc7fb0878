import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseResponseSchema } from '#utils/sync/wire-access.ts';
import type { EraseRequest } from '#utils/sync/wire-access.ts';
import { pushResponseSchema } from '#utils/sync/wire.ts';
import { aPost, aReply, aSighting } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { fact, toOutcomes } from '../testing/test-device.ts';
import type { TestDevice } from '../testing/test-device.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';
import { goLive } from '../testing/test-socket.ts';
import { withStore } from '../testing/with-store.ts';

const CANARY = 'canary of a person who wants to be forgotten';
const HANDLE = 'canary_lena';
const author = { handle: HANDLE, name: CANARY };

/** A post of the author, with words in every field, and what a team makes of it. */
function everythingAbout(id: string) {
  const post = aPost({
    id,
    author,
    text: `${CANARY} ${id}`,
    title: `${CANARY} title`,
    permalink: `https://x.com/${HANDLE}/${id}`,
    quoted: { author: CANARY, text: CANARY },
  });
  const key = `x:${id}`;
  const about = { id: `x:r${id}`, threadId: key };
  return [
    aSighting({ ...post, truncated: true, text: CANARY }, { matched: CANARY, reason: CANARY }),
    aSighting(post),
    aReply({ ...about, text: CANARY, permalink: `https://x.com/${HANDLE}/status/900` }),
    fact('library.save', {
      id: `x:r${id}`,
      kind: 'reply',
      text: 'Hi, press the base once.',
      question: post.text,
      tags: [],
      at: 1,
    }),
    fact('library.save', {
      id: `copy-${id}`,
      kind: 'snippet',
      text: 'Hi',
      title: CANARY,
      question: `An example\n${post.text}`,
      tags: [],
      at: 1,
    }),
    fact('story.save', { id: key, post, note: CANARY, tags: ['canary'], permission: 'none' }),
    fact('thread.setOutcome', { id: key, outcome: 'open', reason: CANARY }),
  ];
}

onEachStore((store) => {
  let team: TestTeam;
  beforeEach(async () => {
    team = await startTestTeam({ store });
  });
  afterEach(() => team.end());

  async function erase(device: TestDevice, request: EraseRequest): Promise<number> {
    const { status, body } = await device.ask('POST', '/v1/erase', request);
    expect(status).toBe(200);
    return eraseResponseSchema.parse(body).erased;
  }

  /** Files of the store, log and all, with a word of the author; PostgreSQL keeps its own elsewhere. */
  function listFilesWithCanary(): string[] {
    const folder = dirname(team.data);
    return readdirSync(folder).filter((name) =>
      readFileSync(join(folder, name), 'latin1').toLowerCase().includes('canary'),
    );
  }

  /** Whether any row of any table holds a word of the author. */
  async function hasCanary(): Promise<boolean> {
    const tables = ['thread', 'reply', 'story', 'library', 'change', 'applied', 'audit', 'device'];
    const more = ['brand', 'member', 'invite', 'suppressed', 'team'];
    return withStore(team, async (sql) => {
      const rows = [];
      for (const table of [...tables, ...more]) rows.push(await sql.all(`SELECT * FROM ${table}`));
      return JSON.stringify(rows).toLowerCase().includes('canary');
    });
  }

  describe('an author', () => {
    const quoting = aSighting({
      id: 'quoting',
      author: { handle: 'mia_example' },
      text: 'Look at this, Acme',
      quoted: { author: HANDLE, text: CANARY },
    });

    it('is gone with every word, from every table, file and answer', async () => {
      await team.lead.push(...everythingAbout('1'), ...everythingAbout('2'), quoting);
      await team.lead.push(aSighting({ id: 'other' }));
      await team.member.claim({ action: 'take', threadId: 'x:1' });
      const id = team.owner.joined.member.id;
      const handOver = { action: 'handOver', threadId: 'x:1', fence: 1, to: id } as const;
      await team.member.claim({ ...handOver, note: CANARY });
      expect(await hasCanary()).toBe(true);
      const live = await goLive(team.member);
      const { next } = await team.member.pull();
      const erased = await erase(team.lead, { site: 'x', author: `@${HANDLE.toUpperCase()}` });
      expect(erased).toBe(2 * 5);
      // The change that the frame would follow is dropped with the record it was about.
      await live.next('poke');
      const { changes } = await team.member.pull(next);
      const gone = changes.filter(({ id }) => id !== 'x:quoting');
      expect(
        gone.every(({ op, body, reason }) => op === 'del' && !body && reason === 'erase'),
      ).toBe(true);
      expect(JSON.stringify(changes).toLowerCase()).not.toContain(CANARY);
      live.ws.terminate();
      expect(await hasCanary()).toBe(false);
      const { rows } = await team.owner.snapshot();
      expect(rows.filter(({ kind }) => kind === 'thread').map((row) => row.id)).toEqual([
        'x:other',
        'x:quoting',
      ]);
      const pulled = JSON.stringify(await team.owner.pull());
      expect(pulled.toLowerCase()).not.toContain('canary');
      expect(listFilesWithCanary()).toEqual([]);
    });

    it('is not taken in again, by whom and as what they may be read', async () => {
      await team.lead.push(aSighting({ id: 'other' }));
      await erase(team.owner, { site: 'x', author: HANDLE });
      const [sighting, , reply, copy, , story] = everythingAbout('3');
      const reading = aReply({ id: 'x:own', threadId: 'x:other', handle: HANDLE });
      const pushed = await team.member.push(sighting, reply, copy, story, reading, quoting);
      expect(toOutcomes(pushed)).toEqual([...Array<string>(5).fill('erased'), 'ok']);
      expect(JSON.stringify(pushed).toLowerCase()).not.toContain('canary');
      expect(await hasCanary()).toBe(false);
    });

    // The simulation's seed 3118: the changes that told of the erasure were dropped while that browser was away.
    it('is refused in the answer to a fact that was told before and is told again', async () => {
      const [sighting, , reply, copy, , story, outcome] = everythingAbout('4');
      const told = [sighting, aSighting({ id: 'other' }), reply, copy, story, outcome];
      const body = {
        epoch: team.member.joined.epoch,
        ackMid: 0,
        mutations: told.map((mutation, index) => ({ mid: index + 1, mutation })),
      };
      const results = async () => {
        const answer = await team.member.ask('POST', '/v1/push', body);
        return toOutcomes(pushResponseSchema.parse(answer.body));
      };
      expect(await results()).toEqual(told.map(() => 'ok'));
      await erase(team.lead, { site: 'x', author: HANDLE });
      const erasedButOther = ['erased', 'ok', 'erased', 'erased', 'erased', 'erased'];
      expect(await results()).toEqual(erasedButOther);
      expect(await results()).toEqual(erasedButOther);
      expect(await hasCanary()).toBe(false);
    });

    it('of that name on another site is somebody else', async () => {
      await erase(team.owner, { site: 'reddit', author: 'ben_twin' });
      const twin = aSighting({ id: 'twin', author: { handle: 'ben_twin' } });
      expect(toOutcomes(await team.member.push(twin))).toEqual(['ok']);
    });
  });

  describe('a post', () => {
    it('is gone with all that hangs on it, and stays away', async () => {
      const all = everythingAbout('9');
      const post = all.map(
        (one) => JSON.parse(JSON.stringify(one).replaceAll(HANDLE, 'kim')) as never,
      );
      await team.lead.push(...post);
      expect(await erase(team.lead, { postKey: 'x:9' })).toBe(5);
      expect(await hasCanary()).toBe(false);
      const again = toOutcomes(await team.member.push(...post));
      // The thread twice, the reply, its copy, a copy of somebody's own making, the story, the outcome.
      expect(again).toEqual(['erased', 'erased', 'erased', 'erased', 'ok', 'erased', 'erased']);
    });

    it('that nobody had seen yet stays away, with the copy of an answer to it', async () => {
      expect(await erase(team.lead, { postKey: 'x:unseen' })).toBe(0);
      const [sighting, , reply, copy] = everythingAbout('unseen');
      const pushed = await team.member.push(sighting, reply, copy);
      expect(toOutcomes(pushed)).toEqual(['erased', 'erased', 'erased']);
    });

    it('leaves no key in the audit list, only its hash', async () => {
      await team.lead.push(aSighting({ id: 'audited' }));
      await team.member.claim({ action: 'take', threadId: 'x:audited' });
      await team.lead.claim({ action: 'takeOver', threadId: 'x:audited' });
      await erase(team.lead, { postKey: 'x:audited' });
      const rows = await withStore(team, (sql) =>
        sql.all('SELECT action, target FROM audit ORDER BY at, action'),
      );
      expect(rows.filter(({ target }) => target === 'x:audited')).toEqual([]);
      const [hash] = rows.filter(({ action }) => action === 'record.erased').slice(-1);
      expect(hash?.target).toMatch(/^[0-9a-f]{64}$/);
    });
  });

  it('is for leads and the owner', async () => {
    const request = { postKey: 'x:other' };
    expect((await team.member.ask('POST', '/v1/erase', request)).status).toBe(403);
  });
});
