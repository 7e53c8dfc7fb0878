import { describe, expect, test } from 'vitest';
import { aTeam, seeing } from '#tests/support/a-team.ts';
import { aPost } from '#tests/support/builders.ts';
import type { Sender } from '#utils/messages/receive.ts';
import { createServices } from '../services.ts';
import { createLookHandlers } from './looks.ts';
import { createThreadHandlers } from './threads.ts';

const panel: Sender = { kind: 'page', tabId: null, origin: null };
const onX: Sender = { kind: 'content', tabId: 1, origin: 'https://x.com' };
const threadId = 'x:1';

/** Two teammates who know one thread. */
async function twoMates() {
  const { owner, member } = await aTeam();
  await owner.record([seeing('1')]);
  await owner.engine.sync();
  await member.engine.sync();
  const toMate = (browser: typeof owner) => {
    const services = createServices(browser.db);
    const looks = createLookHandlers(services);
    const say = async <N extends keyof typeof looks>(
      name: N,
      request: Parameters<(typeof looks)[N]>[0],
    ) => {
      await (looks[name] as (asked: typeof request, from: Sender) => Promise<unknown>)(
        request,
        panel,
      );
      await services.engine.sync();
    };
    const look = async () => {
      await services.engine.sync();
      return (await browser.db.threads.get(threadId))?.body.look;
    };
    return { services, threads: createThreadHandlers(services), say, look, id: browser.memberId };
  };
  return { ana: toMate(owner), ben: toMate(member) };
}

const ask = { threadId, text: 'Hold the button.', note: ' Too short? ' };

describe('a second look', () => {
  test('is seen by a teammate, and what they say by the asker', { timeout: 20_000 }, async () => {
    const { ana, ben } = await twoMates();
    await ana.say('look.ask', ask);
    expect(await ben.look()).toMatchObject({
      text: 'Hold the button.',
      note: 'Too short?',
      askedBy: ana.id,
      state: 'asked',
    });
    await ben.say('look.answer', { threadId, verdict: 'approved', text: 'Good.' });
    expect(await ana.look()).toMatchObject({
      state: 'approved',
      comments: [{ by: ben.id, text: 'Good.', verdict: 'approved' }],
    });
    await ana.say('look.ask', { ...ask, text: 'Hold the button for five seconds.' });
    expect(await ben.look()).toMatchObject({ state: 'asked', comments: [{ by: ben.id }] });
  });

  test('ends when the reply was sent, and when it is taken back', { timeout: 20_000 }, async () => {
    const { ana, ben } = await twoMates();
    await ana.say('look.ask', ask);
    await ana.say('look.end', { threadId });
    expect(await ben.look()).toBeUndefined();
    await ana.say('look.ask', ask);
    const post = aPost({
      id: '2',
      parentId: '1',
      text: ask.text,
      permalink: null,
      time: Date.now(),
    });
    await ana.threads['reply.report']({ replies: [{ threadId, post, source: 'sent' }] }, onX);
    await ana.services.engine.sync();
    expect(await ben.look()).toBeUndefined();
  });

  test('is told to no page', { timeout: 20_000 }, async () => {
    const { ana } = await twoMates();
    await ana.say('look.ask', ask);
    expect(await ana.look()).toBeDefined();
    const [view] = await ana.services.views([threadId]);
    expect(view?.thread.id).toBe(threadId);
    expect(JSON.stringify(view)).not.toContain(ask.text);
  });

  test('that is over takes no more words', { timeout: 20_000 }, async () => {
    const { ben } = await twoMates();
    const late = ben.say('look.answer', { threadId, verdict: 'comment', text: 'Hm' });
    await expect(late).rejects.toMatchObject({ code: 'not_found' });
    const unknown = ben.say('look.ask', { ...ask, threadId: 'x:9' });
    await expect(unknown).rejects.toMatchObject({ code: 'not_found' });
  });
});
