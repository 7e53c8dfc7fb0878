import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply, Thread } from '#utils/model/thread.ts';
import { recordSchemas } from '#utils/sync/wire.ts';
import type { RecordKind } from '#utils/sync/wire.ts';
import { aBrand, aPost, aReply, aSighting } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { fact, joinAs, toOutcomes } from '../testing/test-device.ts';
import type { TestDevice } from '../testing/test-device.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';

onEachStore((store) => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await startTestTeam({ store });
  });
  afterAll(() => team.end());

  /** The newest body of a record. */
  async function find<T>(device: TestDevice, kind: RecordKind, id: string): Promise<T | undefined> {
    const { rows } = await device.snapshot();
    return rows.find((row) => row.kind === kind && row.id === id)?.body as T | undefined;
  }

  /** A device of its own for what counts numbers. */
  async function joinMember(): Promise<TestDevice> {
    return joinAs((await team.server.invite('member')).link, 'Dee Example');
  }

  describe('the order of facts', () => {
    it('answers a repeated push from store without a second effect', async () => {
      const device = await joinMember();
      const body = {
        epoch: device.joined.epoch,
        ackMid: 0,
        mutations: [
          { mid: 1, mutation: aSighting({ id: 'retry' }) },
          { mid: 2, mutation: { kind: 'nonsense' } },
        ],
      };
      const first = await device.ask('POST', '/v1/push', body);
      const second = await device.ask('POST', '/v1/push', body);
      expect(second.body).toEqual(first.body);
    });

    it('names the fact that it expected before a gap', async () => {
      const device = await joinMember();
      await device.push(aSighting({ id: 'gap-1' }));
      const { status, body } = await device.ask('POST', '/v1/push', {
        epoch: device.joined.epoch,
        ackMid: 0,
        mutations: [{ mid: 4, mutation: aSighting({ id: 'gap-4' }) }],
      });
      expect({ status, body }).toMatchObject({ status: 409, body: { code: 'gap', expected: 2 } });
    });

    it('keeps what stands before a hole in one push', async () => {
      const device = await joinMember();
      const { body } = await device.ask('POST', '/v1/push', {
        epoch: device.joined.epoch,
        ackMid: 0,
        mutations: [
          { mid: 1, mutation: aSighting({ id: 'hole-1' }) },
          { mid: 3, mutation: aSighting({ id: 'hole-3' }) },
        ],
      });
      expect(body).toMatchObject({ results: [{ mid: 1, ok: true }] });
      expect(await find(device, 'thread', 'x:hole-3')).toBeUndefined();
    });

    it('finds a copied profile by another fact under a known number, once what both told is answered', async () => {
      const device = await joinMember();
      await device.push(aSighting({ id: 'clone-1' }), aSighting({ id: 'clone-2' }));
      const mutations = [
        { mid: 1, mutation: aSighting({ id: 'clone-1' }) },
        { mid: 2, mutation: aSighting({ id: 'clone-other' }) },
        { mid: 3, mutation: aSighting({ id: 'clone-3' }) },
      ];
      const push = (from: number) =>
        device.ask('POST', '/v1/push', {
          epoch: device.joined.epoch,
          ackMid: 0,
          mutations: mutations.slice(from),
        });
      expect((await push(0)).body).toMatchObject({ results: [{ mid: 1, ok: true }] });
      const { status, body } = await push(1);
      expect({ status, body }).toMatchObject({ status: 409, body: { code: 'device_cloned' } });
      expect(await find(device, 'thread', 'x:clone-other')).toBeUndefined();
      expect(await find(device, 'thread', 'x:clone-3')).toBeUndefined();
    });

    it('finds a copied profile also behind what the other copy has confirmed', async () => {
      const device = await joinMember();
      const { epoch } = device.joined;
      const push = (ackMid: number, mid: number, id: string) =>
        device.ask('POST', '/v1/push', {
          epoch,
          ackMid,
          mutations: [{ mid, mutation: aSighting({ id }) }],
        });
      await push(0, 1, 'ack-1');
      await push(1, 2, 'ack-2');
      await push(2, 3, 'ack-3');
      expect((await push(1, 2, 'ack-other')).body).toMatchObject({ code: 'device_cloned' });
    });

    it('tells a stored refusal again', async () => {
      const device = await joinMember();
      await device.push({ kind: 'nonsense' });
      device.mid = 0;
      expect(toOutcomes(await device.push({ kind: 'nonsense' }))).toEqual(['invalid']);
    });

    it('asks a device of an older epoch to load the state again', async () => {
      const body = { epoch: 'before-the-restore', ackMid: 0, mutations: [] };
      const { status } = await team.member.ask('POST', '/v1/push', body);
      expect(status).toBe(410);
    });
  });

  describe('facts that cannot be', () => {
    it.each([0, 1, 2, 3, 4])(
      'lets the others through around a bad one at place %i',
      async (place) => {
        const device = await joinMember();
        const facts: unknown[] = [0, 1, 2, 3, 4].map((n) =>
          aSighting({ id: `poison-${place}-${n}` }),
        );
        facts[place] = { kind: 'thread.see', args: { id: 7 } };
        const expected = facts.map((_, n) => (n === place ? 'invalid' : 'ok'));
        expect(toOutcomes(await device.push(...facts))).toEqual(expected);
      },
    );

    it('refuses a thread whose key is not that of its post', async () => {
      const sighting = aSighting({ id: 'own' });
      const moved = { ...sighting, args: { ...sighting.args, id: 'x:other' } };
      expect(toOutcomes(await team.member.push(moved))).toEqual(['invalid']);
    });

    it('refuses a reply to a thread that nobody has seen', async () => {
      const outcome = await team.member.push(aReply({ id: 'x:lost', threadId: 'x:unknown' }));
      expect(toOutcomes(outcome)).toEqual(['not_found']);
    });

    it('survives texts that are hard to store', async () => {
      const text = 'nul \0 lone \ud800 rtl \u202e <script>';
      await team.member.push(aSighting({ id: 'hard', text }));
      const thread = await find<Thread>(team.member, 'thread', 'x:hard');
      expect(thread?.post.text).toBe(text);
      expect(toOutcomes(await team.member.push(aSighting({ id: 'nul\0' })))).toEqual(['invalid']);
    });
  });

  describe('threads', () => {
    it('keeps who saw a thread first', async () => {
      await team.lead.push(aSighting({ id: 'first' }));
      const { head } = await team.member.push(aSighting({ id: 'first', text: 'Edited.' }));
      const thread = await find<Thread>(team.member, 'thread', 'x:first');
      expect(thread?.seenBy).toBe(team.lead.joined.member.id);
      expect((await team.member.push(aSighting({ id: 'first' }))).head).toBe(head);
    });

    it('takes a longer text for a truncated one', async () => {
      const full = 'My Acme kettle keeps boiling, and nobody answers.';
      await team.lead.push(aSighting({ id: 'long', text: 'My Acme', truncated: true }));
      await team.member.push(aSighting({ id: 'long', text: full }));
      const thread = await find<Thread>(team.member, 'thread', 'x:long');
      expect(thread?.post).toEqual(aPost({ id: 'long', text: full }));
    });

    it('takes a sure match for an unsure one', async () => {
      await team.lead.push(aSighting({ id: 'sure' }, { sure: false }));
      await team.member.push(aSighting({ id: 'sure' }, { reason: 'Names @acmecare' }));
      await team.member.push(aSighting({ id: 'sure' }, { sure: false, reason: 'Unsure' }));
      const thread = await find<Thread>(team.member, 'thread', 'x:sure');
      expect(thread?.match).toMatchObject({ sure: true, reason: 'Names @acmecare' });
    });

    it('says who confirmed an unsure one', async () => {
      await team.lead.push(aSighting({ id: 'confirm' }, { sure: false }));
      await team.member.push(fact('thread.confirm', { id: 'x:confirm' }));
      const thread = await find<Thread>(team.member, 'thread', 'x:confirm');
      expect(thread?.match).toMatchObject({ sure: true, reason: 'Confirmed by Cem Example' });
    });

    it('keeps the reason for setting one aside', async () => {
      const args = { id: 'x:aside', outcome: 'setAside', reason: 'Spam' } as const;
      await team.member.push(aSighting({ id: 'aside' }), fact('thread.setOutcome', args));
      const thread = await find<Thread>(team.member, 'thread', 'x:aside');
      expect(thread).toMatchObject({ outcome: 'setAside', outcomeReason: 'Spam' });
    });
  });

  describe('replies', () => {
    it('stamps a sent reply with who sent it', async () => {
      const reply = aReply({ id: 'x:r1', threadId: 'x:r' });
      await team.member.push(aSighting({ id: 'r' }), reply);
      const found = await find<Reply>(team.owner, 'reply', 'x:r1');
      expect(found?.memberId).toBe(team.member.joined.member.id);
    });

    it('knows a seen reply by the roster of that site', async () => {
      const { id, name } = team.lead.joined.member;
      const handles = [{ site: 'x', handle: '@Ben_Acme' } as const];
      await team.lead.push(fact('member.update', { id, name, handles }), aSighting({ id: 's' }));
      const seen = { threadId: 'x:s', source: 'seen' } as const;
      await team.member.push(
        aReply({ ...seen, id: 'x:s1', handle: 'ben_acme' }),
        aReply({ ...seen, id: 'x:s2', handle: 'somebody' }),
      );
      expect((await find<Reply>(team.owner, 'reply', 'x:s1'))?.memberId).toBe(id);
      expect((await find<Reply>(team.owner, 'reply', 'x:s2'))?.memberId).toBeNull();
    });

    it('lets a sent reply outrank the same one seen', async () => {
      const reply = { id: 'x:u1', threadId: 'x:u' };
      await team.lead.push(aSighting({ id: 'u' }), aReply({ ...reply, source: 'seen' }));
      await team.member.push(aReply(reply));
      await team.lead.push(aReply({ ...reply, source: 'seen' }));
      expect(await find<Reply>(team.owner, 'reply', 'x:u1')).toMatchObject({
        source: 'sent',
        memberId: team.member.joined.member.id,
      });
    });

    it('gives the replier’s claim back, not that of another', async () => {
      await team.lead.push(aSighting({ id: 'c1' }), aSighting({ id: 'c2' }));
      await team.member.claim({ action: 'take', threadId: 'x:c1' });
      await team.lead.claim({ action: 'take', threadId: 'x:c2' });
      await team.member.push(
        aReply({ id: 'x:c11', threadId: 'x:c1' }),
        aReply({ id: 'x:c22', threadId: 'x:c2' }),
      );
      expect((await find<Thread>(team.owner, 'thread', 'x:c1'))?.claim).toBeNull();
      expect((await find<Thread>(team.owner, 'thread', 'x:c2'))?.claim).not.toBeNull();
    });
  });

  describe('stories, library, brands, members', () => {
    it('keeps who saved a story first', async () => {
      const story = { id: 'x:1', post: aPost(), note: '', tags: [], permission: 'none' } as const;
      await team.lead.push(fact('story.save', { ...story, tags: [] }));
      await team.member.push(fact('story.save', { ...story, tags: ['card'], note: 'Lovely' }));
      expect(await find(team.owner, 'story', 'x:1')).toMatchObject({
        savedBy: team.lead.joined.member.id,
        note: 'Lovely',
        tags: ['card'],
      });
    });

    it('tells everybody of what was removed', async () => {
      const entry = { id: 'l1', kind: 'snippet', text: 'Hello', tags: [], at: 1 } as const;
      await team.member.push(fact('library.save', { ...entry, tags: [] }));
      await team.lead.push(fact('library.remove', { id: 'l1' }));
      const { changes } = await team.owner.pull();
      expect(changes.at(-1)).toMatchObject({ kind: 'library', id: 'l1', op: 'del', body: null });
      expect(await find(team.owner, 'library', 'l1')).toBeUndefined();
    });

    it.each([
      ['owner', 'ok'],
      ['lead', 'ok'],
      ['member', 'forbidden'],
    ] as const)('answers a brand saved by a %s with %s', async (role, outcome) => {
      const save = fact('brand.save', aBrand({ id: role }));
      const remove = fact('brand.remove', { id: role });
      expect(toOutcomes(await team[role].push(save, remove))).toEqual([outcome, outcome]);
    });

    it.each([
      ['member', 'member', 'ok'],
      ['lead', 'member', 'ok'],
      ['member', 'lead', 'forbidden'],
    ] as const)('lets a %s change a %s: %s', async (by, whom, outcome) => {
      const { id, name } = team[whom].joined.member;
      const update = fact('member.update', { id, name, handles: [] });
      expect(toOutcomes(await team[by].push(update))).toEqual([outcome]);
    });
  });

  it('sends bodies that every client can read', async () => {
    const { rows } = await team.owner.snapshot();
    for (const { kind, body } of rows) {
      expect(recordSchemas[kind as RecordKind].safeParse(body).error).toBeUndefined();
    }
  });
});
