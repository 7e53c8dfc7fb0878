import { expect, it, vi } from 'vitest';
import { aRouting } from '#tests/support/board-builders.ts';
import { aBrand, aPost, aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Rule } from '#utils/model/routing.ts';
import { createServices } from './services.ts';

const { match } = aThread();
const aRule = (part: Partial<Rule>): Rule => ({ id: 'r', isOn: true, when: {}, does: {}, ...part });

async function aWorker(...rules: Rule[]) {
  const db = emptyDb();
  await db.brands.put({ id: 'acme', seq: 1, base: aBrand(), body: aBrand() });
  const routing = aRouting(rules);
  await db.routings.put({ id: routing.id, seq: 1, base: routing, body: routing });
  const services = createServices(db);
  return {
    db,
    async see(text: string, id = '1') {
      const post = aPost({ id, text });
      await services.recordFromPage([{ kind: 'thread.see', args: { id: `x:${id}`, post, match } }]);
      return (await db.threads.get(`x:${id}`))?.body;
    },
  };
}

it('sends a new mention where the rules say, and tells the team so', async () => {
  const { db, see } = await aWorker(
    aRule({ id: 'off', isOn: false, does: { deskId: 'press' } }),
    aRule({ id: 'money', when: { words: ['refund'] }, does: { deskId: 'support' } }),
    aRule({ id: 'all', does: { deskId: 'sales', priority: 'high' } }),
  );
  const thread = await see('I want a refund');
  expect(thread?.route).toMatchObject({ deskId: 'support', priority: 'high', ruleId: 'money' });
  const waiting = await db.outbox.orderBy('mid').toArray();
  expect(waiting.map(({ mutation }) => mutation.kind)).toEqual(['thread.see', 'thread.route']);
  expect((await see('Nothing to say', '2'))?.route).toMatchObject({ deskId: 'sales' });
});

it('sets aside by a rule, with its reason', async () => {
  const lottery = aRule({ when: { words: ['lottery'] }, does: { setAside: 'No answer needed' } });
  const { see } = await aWorker(lottery);
  expect(await see('Win the lottery')).toMatchObject({
    outcome: 'setAside',
    outcomeReason: 'No answer needed',
  });
  expect((await see('My kettle broke', '2'))?.outcome).toBe('open');
});

it('reads what a post is where a rule asks for it', async () => {
  const { see } = await aWorker(
    aRule({ id: 'angry', when: { intents: ['complaint'] }, does: { priority: 'high' } }),
    aRule({ id: 'german', when: { langs: ['de'] }, does: { deskId: 'berlin' } }),
  );
  const angry = await see('This is the worst kettle ever, it broke again and nobody helps me!');
  expect(angry?.route).toMatchObject({ priority: 'high', ruleId: 'angry' });
  const german = await see('Wann kommt der neue Wasserkocher in die Läden bei uns?', '2');
  expect(german?.route).toMatchObject({ deskId: 'berlin' });
});

it('leaves alone what is known, whatever is read of it again', async () => {
  const { db, see } = await aWorker();
  await see('I want a refund');
  const routing = aRouting([aRule({ does: { deskId: 'support' } })]);
  await db.routings.put({ id: routing.id, seq: 1, base: routing, body: routing });
  expect(await see('I want a refund, please')).not.toHaveProperty('route');
});

it('keeps a mention whose rules cannot be read', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { db, see } = await aWorker();
  vi.spyOn(db.routings, 'get').mockRejectedValue(new Error('broken'));
  expect(await see('I want a refund')).toMatchObject({ outcome: 'open' });
});
