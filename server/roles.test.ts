/** Who may do what, for every fact that there is (reliability.md T21). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aBoardView, aDesk, aPartner } from '#tests/support/board-builders.ts';
import { mutationSchema } from '#utils/sync/wire.ts';
import type { Mutation, MutationKind } from '#utils/sync/wire.ts';
import { aBrand, aFollowUp, aGuide, aPost, aReply, aSighting, aStory } from './testing/builders.ts';
import { fact, toOutcomes } from './testing/test-device.ts';
import { startTestTeam } from './testing/test-server.ts';
import type { TestTeam } from './testing/test-server.ts';

let team: TestTeam;
beforeAll(async () => {
  team = await startTestTeam();
  await team.owner.push(
    aSighting(),
    fact('brand.save', aBrand({ id: 'standing' })),
    fact('story.save', aStory({ id: 'standing' })),
    fact('library.save', { id: 'standing', kind: 'snippet', text: 'Hi', tags: [], at: 1 }),
  );
});
afterAll(() => team.end());

type Role = 'owner' | 'lead' | 'member';
const everybody: Role[] = ['owner', 'lead', 'member'];
const leads: Role[] = ['owner', 'lead'];

/** A new kind of fact does not compile until it stands here. */
const facts: Record<MutationKind, { may: Role[]; told: () => Mutation }> = {
  'thread.see': { may: everybody, told: () => aSighting({ id: 'seen' }) },
  'thread.setOutcome': {
    may: everybody,
    told: () => fact('thread.setOutcome', { id: 'x:1', outcome: 'open', reason: '' }),
  },
  'thread.confirm': { may: everybody, told: () => fact('thread.confirm', { id: 'x:1' }) },
  'thread.label': {
    may: everybody,
    told: () => fact('thread.label', { id: 'x:1', intent: 'complaint' }),
  },
  'thread.followUp': {
    may: everybody,
    told: () => fact('thread.followUp', { id: 'x:1', followUp: aFollowUp() }),
  },
  'thread.route': {
    may: everybody,
    told: () => fact('thread.route', { id: 'x:1', priority: 'high' }),
  },
  'thread.snooze': { may: everybody, told: () => fact('thread.snooze', { id: 'x:1', until: 5 }) },
  'desk.save': { may: leads, told: () => fact('desk.save', aDesk()) },
  'desk.remove': { may: leads, told: () => fact('desk.remove', { id: 'support' }) },
  'partner.save': { may: everybody, told: () => fact('partner.save', aPartner()) },
  'partner.remove': { may: everybody, told: () => fact('partner.remove', { id: 'grid' }) },
  'routing.save': { may: leads, told: () => fact('routing.save', { id: 'routing', rules: [] }) },
  'view.save': { may: everybody, told: () => fact('view.save', aBoardView()) },
  'view.remove': { may: everybody, told: () => fact('view.remove', { id: 'late' }) },
  'look.ask': { may: everybody, told: () => fact('look.ask', { id: 'x:1', text: 'Hi Lena' }) },
  'look.answer': {
    may: everybody,
    told: () => fact('look.answer', { id: 'x:1', verdict: 'approved', text: '' }),
  },
  'look.end': { may: everybody, told: () => fact('look.end', { id: 'x:1' }) },
  'reply.record': { may: everybody, told: () => aReply() },
  'story.save': {
    may: everybody,
    told: () =>
      fact('story.save', { id: 'x:1', post: aPost(), note: '', tags: [], permission: 'none' }),
  },
  'story.edit': { may: everybody, told: () => fact('story.edit', { id: 'x:standing', note: 'N' }) },
  'story.consent': {
    may: everybody,
    told: () => fact('story.consent', { id: 'x:standing', state: 'asked' }),
  },
  'story.notice': {
    may: everybody,
    told: () => fact('story.notice', { id: 'x:standing', change: { kind: 'deleted' } }),
  },
  'collection.save': {
    may: everybody,
    told: () => fact('collection.save', { id: 'c', name: 'Fair', note: '' }),
  },
  'collection.remove': { may: everybody, told: () => fact('collection.remove', { id: 'c' }) },
  'story.remove': { may: everybody, told: () => fact('story.remove', { id: 'x:1' }) },
  'library.save': {
    may: everybody,
    told: () => fact('library.save', { id: 'l', kind: 'snippet', text: 'Hi', tags: [], at: 1 }),
  },
  'library.setState': {
    may: leads,
    told: () => fact('library.setState', { id: 'standing', state: 'approved' }),
  },
  'library.use': {
    may: everybody,
    told: () => fact('library.use', { id: 'l', use: 'sent', kept: 1 }),
  },
  'library.forgetUses': { may: leads, told: () => fact('library.forgetUses', { id: 'l' }) },
  'guide.save': { may: leads, told: () => fact('guide.save', aGuide()) },
  'library.remove': { may: everybody, told: () => fact('library.remove', { id: 'l' }) },
  'brand.save': { may: leads, told: () => fact('brand.save', aBrand({ id: 'new' })) },
  'brand.remove': { may: leads, told: () => fact('brand.remove', { id: 'standing' }) },
  'site.save': {
    may: leads,
    told: () => fact('site.save', { id: 'x', selectors: { 'post.text': '.body' } }),
  },
  'site.remove': { may: leads, told: () => fact('site.remove', { id: 'x' }) },
  'member.update': {
    may: leads,
    told: () => fact('member.update', { id: team.lead.joined.member.id, name: 'Ben', handles: [] }),
  },
};

it('has a line for every fact on the wire', () => {
  const kinds = mutationSchema.options.map(({ shape }) => shape.kind.value);
  expect(Object.keys(facts).sort()).toEqual(kinds.sort());
});

it.each(
  Object.entries(facts).flatMap(([kind, { may, told }]) =>
    everybody.map((role) => ({
      kind,
      role,
      told,
      outcome: may.includes(role) ? 'ok' : 'forbidden',
    })),
  ),
)('answers $kind by a $role with $outcome', async ({ role, told, outcome }) => {
  expect(toOutcomes(await team[role].push(told()))).toEqual([outcome]);
});

it.each([
  ['another member', { memberId: 'forged' }],
  ['another author of the sighting', { seenBy: 'forged' }],
  ['another device', { deviceId: 'forged' }],
  ['another team', { teamId: 'forged' }],
])('takes no word for %s', async (_, forged) => {
  for (const { told } of Object.values(facts)) {
    const { kind, args } = told();
    expect(toOutcomes(await team.owner.push({ kind, args: { ...args, ...forged } }))).toEqual([
      'invalid',
    ]);
  }
});

it('keeps the role of whoever changes a member', async () => {
  const { id } = team.member.joined.member;
  const update = { id, name: 'Cem', handles: [], role: 'owner' };
  expect(toOutcomes(await team.member.push({ kind: 'member.update', args: update }))).toEqual([
    'invalid',
  ]);
});

it('answers what is unknown, foreign or removed in the same words', async () => {
  const ids = ['x:never', 'x:other-team', '__proto__', 'x:1\0'];
  const answers = [];
  for (const threadId of ids) {
    const guard = await team.member.ask('POST', '/v1/guard', { threadId, knownReplyIds: [] });
    const claim = await team.member.ask('POST', '/v1/claims', { action: 'take', threadId });
    answers.push([guard.status, guard.body, claim.status, claim.body]);
  }
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});
