import { expect, test } from 'vitest';
import { aBrand, aPost, aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Sender } from '#utils/messages/receive.ts';
import type { Intent } from '#utils/model/intents.ts';
import { createServices } from '../services.ts';
import { createThreadHandlers } from './threads.ts';
import { createTriageHandlers } from './triage.ts';

const page: Sender = { kind: 'page', tabId: null, origin: null };
const onX: Sender = { kind: 'content', tabId: 1, origin: 'https://x.com' };
const { match } = aThread();

async function aWorker() {
  const db = emptyDb();
  await db.brands.put({ id: 'acme', seq: 1, base: aBrand(), body: aBrand() });
  const services = createServices(db);
  const triage = createTriageHandlers(services);
  const threads = createThreadHandlers(services);
  let count = 0;
  return {
    db,
    services,
    triage,
    async see(text: string, sure = true) {
      count += 1;
      const post = aPost({ id: String(count), text });
      const threadId = `x:${count}`;
      await threads['mention.report'](
        { mentions: [{ threadId, post, match: { ...match, sure } }] },
        onX,
      );
      return threadId;
    },
    async judge(threadId: string) {
      return (await triage['triage.load']({ threadIds: [threadId] }, page))[threadId];
    },
    correct: (threadId: string, intent: Intent | null) =>
      triage['triage.correct']({ threadId, intent }, page),
    confirm: (threadId: string) => threads['thread.confirm']({ threadId, isUs: true }, page),
    setAside: (threadId: string, reason: string) =>
      threads['thread.setAside']({ threadId, reason }, page),
  };
}

type Worker = Awaited<ReturnType<typeof aWorker>>;

async function teach({ see, correct }: Worker, intent: Intent) {
  for (const color of ['blue', 'red', 'green', 'white', 'black', 'gray']) {
    await correct(await see(`the flumox of my ${color} kettle`), intent);
  }
}

test('a mention is judged by its words', async () => {
  const { see, judge } = await aWorker();
  const id = await see('My kettle is broken and I am still waiting for an answer');
  expect(await judge(id)).toMatchObject({
    intent: 'complaint',
    why: expect.stringContaining('“broken”'),
    urgency: 'normal',
    lang: 'en',
  });
});

test('of a thread that is not on record nothing is said', async () => {
  const { judge, correct } = await aWorker();
  expect(await judge('x:404')).toBeUndefined();
  await expect(correct('x:404', 'praise')).rejects.toThrow(/not on record/u);
});

test('what a person said counts, until they take it back', async () => {
  const { see, judge, correct } = await aWorker();
  const id = await see('My kettle is broken');
  await correct(id, 'question');
  expect(await judge(id)).toMatchObject({ intent: 'question' });
  await correct(id, null);
  expect(await judge(id)).toMatchObject({ intent: 'complaint' });
});

test('the next similar mention is labeled by what was learned', async () => {
  const worker = await aWorker();
  const id = await worker.see('a flumox on yellow kettles');
  expect(await worker.judge(id)).toMatchObject({ intent: null });
  await teach(worker, 'complaint');
  expect(await worker.judge(id)).toMatchObject({
    intent: 'complaint',
    why: expect.stringContaining('The team called 6 similar posts complaints'),
  });
  expect(await worker.triage['triage.status'](null, page)).toEqual({ learnedFrom: 6 });
});

test('what a teammate said is learned like one’s own', async () => {
  const worker = await aWorker();
  const id = await worker.see('a flumox on yellow kettles');
  expect(await worker.judge(id)).toMatchObject({ intent: null });
  for (const color of ['blue', 'red', 'green', 'white', 'black', 'gray']) {
    const threadId = await worker.see(`the flumox of my ${color} kettle`);
    const row = await worker.db.threads.get(threadId);
    const label = { intent: 'complaint' as const, by: 'ana', at: 50 };
    if (row) await worker.db.threads.put({ ...row, body: { ...row.body, label } });
  }
  expect(await worker.judge(id)).toMatchObject({ intent: 'complaint' });
});

test('what a teammate takes on tells that it is about the brand', async () => {
  const worker = await aWorker();
  const status = () => worker.triage['triage.status'](null, page);
  const threadId = await worker.see('the flumox of my kettle');
  expect(await status()).toEqual({ learnedFrom: 0 });
  const row = await worker.db.threads.get(threadId);
  const claim = { memberId: 'ana', fence: 1, since: 1, leaseUntil: 99 };
  if (row) {
    await worker.db.threads.put({ ...row, holder: 'ana', body: { ...row.body, fence: 1, claim } });
  }
  expect(await status()).toEqual({ learnedFrom: 1 });
});

test('an erased thread is learned from no more', async () => {
  const worker = await aWorker();
  const id = await worker.see('a flumox on yellow kettles');
  await teach(worker, 'complaint');
  const taught = await worker.db.threads.orderBy('body.label.at').primaryKeys();
  await worker.db.threads.bulkDelete(taught);
  expect(await worker.judge(id)).toMatchObject({ intent: null });
  expect(await worker.triage['triage.status'](null, page)).toEqual({ learnedFrom: 0 });
});

test('“not us” teaches which mentions are not', async () => {
  const worker = await aWorker();
  for (const what of ['road', 'rocket', 'anvil', 'cliff', 'trap']) {
    const id = await worker.see(`the coyote in the cartoon buys a ${what} of acme`, false);
    await worker.setAside(id, 'Not about us');
  }
  const id = await worker.see('another cartoon with the coyote and acme', false);
  expect(await worker.judge(id)).toMatchObject({ isUs: false, intent: 'noise' });
});

test('nobody’s guess stands against a person who says that it is about us', async () => {
  const worker = await aWorker();
  for (const what of ['road', 'rocket', 'anvil', 'cliff', 'trap']) {
    const id = await worker.see(`the coyote in the cartoon buys a ${what} of acme`, false);
    await worker.setAside(id, 'Not about us');
  }
  const id = await worker.see('another cartoon with the coyote and acme is great', false);
  expect(await worker.judge(id)).toMatchObject({ isUs: false });
  await worker.confirm(id);
  expect(await worker.judge(id)).toMatchObject({ isUs: null, intent: 'praise' });
});

test('what was learned can be forgotten; what people said stays', async () => {
  const worker = await aWorker();
  const id = await worker.see('a flumox on yellow kettles');
  await teach(worker, 'complaint');
  await worker.triage['triage.reset'](null, page);
  expect(await worker.judge(id)).toMatchObject({ intent: null });
  expect(await worker.judge('x:2')).toMatchObject({ intent: 'complaint' });
  expect(await worker.triage['triage.status'](null, page)).toEqual({ learnedFrom: 0 });
});
