/** What one team is answered does not depend on any other team (reliability.md P10, T19). */
import { expect, it, vi } from 'vitest';
import { aBrand, aReply, aSighting } from './testing/builders.ts';
import { createComparer } from './testing/compare-answers.ts';
import { onEachStore } from './testing/on-each-store.ts';
import type { StoreKind } from './testing/on-each-store.ts';
import { addSecondTeam } from './testing/second-team.ts';
import { fact } from './testing/test-device.ts';
import type { Answer, TestDevice } from './testing/test-device.ts';
import { startTestTeam } from './testing/test-server.ts';
import type { TestTeam } from './testing/test-server.ts';

/** What team A does, one call after the other. */
const script: ((a: TestTeam) => Promise<Answer>)[] = [
  ({ owner }) => push(owner, fact('brand.save', aBrand())),
  ({ member }) => push(member, aSighting({ id: '1' }), aSighting({ id: '2' })),
  ({ member }) => member.ask('POST', '/v1/claims', { action: 'take', threadId: 'x:1' }),
  ({ lead }) => lead.ask('POST', '/v1/claims', { action: 'take', threadId: 'x:1' }),
  ({ lead }) => lead.ask('POST', '/v1/claims', { action: 'takeOver', threadId: 'x:1' }),
  ({ lead }) => push(lead, aReply()),
  ({ member }) => member.ask('POST', '/v1/claims', { action: 'take', threadId: 'x:unknown' }),
  ({ member }) => push(member, aReply({ id: 'x:901', threadId: 'x:unknown' })),
  ({ owner }) => owner.ask('POST', '/v1/members/role', { memberId: 'nobody', role: 'lead' }),
  ({ owner }) => owner.ask('POST', '/v1/team', { retentionDays: 30 }),
  ({ member }) => member.ask('GET', `/v1/pull?epoch=${member.joined.epoch}&seq=0&mark=`),
  ({ member }) => member.ask('GET', '/v1/snapshot'),
  ({ member }) => member.ask('GET', '/v1/me'),
  ({ lead }) => lead.ask('GET', '/v1/devices'),
  ({ member }) => member.ask('POST', '/v1/guard', { threadId: 'x:1', knownReplyIds: [] }),
];

function push(device: TestDevice, ...mutations: unknown[]): Promise<Answer> {
  const first = device.mid + 1;
  device.mid += mutations.length;
  return device.ask('POST', '/v1/push', {
    epoch: device.joined.epoch,
    ackMid: 0,
    mutations: mutations.map((mutation, index) => ({ mid: first + index, mutation })),
  });
}

/** What another team does between two calls of team A, about posts and ids of the same names. */
async function disturb(b: TestDevice, step: number): Promise<void> {
  await b.push(
    aSighting({ id: '1' }),
    aSighting({ id: `b${step}` }),
    aReply({ id: `x:b${step}`, threadId: 'x:1' }),
    fact('brand.save', aBrand({ name: `B ${step}` })),
  );
  await b.claim({ action: 'take', threadId: 'x:1' });
  await b.ask('POST', '/v1/invites', { role: 'member' });
}

async function play(store: StoreKind, isDisturbed: boolean): Promise<string[]> {
  const a = await startTestTeam({ store });
  const b = isDisturbed ? await addSecondTeam(a, 'Team B') : null;
  const compare = createComparer();
  for (const { joined } of [a.owner, a.lead, a.member]) compare({ body: joined });
  const answers: string[] = [];
  for (const [step, act] of script.entries()) {
    if (b) await disturb(b, step);
    answers.push(compare(await act(a)));
  }
  await a.end();
  return answers;
}

// Many calls on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

onEachStore((store) => {
  it('answers a team the same, byte by byte, with another team beside it', async () => {
    const alone = await play(store, false);
    const beside = await play(store, true);
    expect(alone).toHaveLength(script.length);
    expect(beside).toEqual(alone);
  });
});
