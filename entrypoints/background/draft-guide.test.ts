import { expect, test } from 'vitest';
import { aBrand, aPost, aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { DEFAULT_GUIDE } from '#utils/model/default-guide.ts';
import type { Guide } from '#utils/model/guide.ts';
import { createDraftHandlers } from './handlers/drafts.ts';
import { createThreadHandlers } from './handlers/threads.ts';
import { createServices } from './services.ts';

const threadId = 'x:1';
const panel = { kind: 'page', tabId: null, origin: null } as const;
const onX = { kind: 'content', tabId: 1, origin: 'https://x.com' } as const;
const text = 'Hi guys, please hold the button of the kettle for a while 😊.';

/** What is said of the draft under a guide, in the site's own box. */
async function adviceUnder(guide: Partial<Guide> | null) {
  const db = emptyDb();
  await db.brands.put({ id: 'acme', seq: 1, base: aBrand(), body: aBrand() });
  if (guide) {
    const body = { ...DEFAULT_GUIDE, changedAt: 1, ...guide };
    await db.guides.put({ id: 'guide', seq: 3, base: body, body });
  }
  const { match } = aThread();
  await createThreadHandlers(createServices(db))['mention.report'](
    { mentions: [{ threadId, post: aPost(), match }] },
    onX,
  );
  const drafts = createDraftHandlers({ db });
  return {
    inBox: (await drafts['draft.save']({ threadId, text }, onX)).map((one) => one.text),
    inPanel: (await drafts['draft.check']({ threadId, text }, panel)).map((one) => one.text),
  };
}

test('a draft is held against the team’s guide, in the box and in the panel', async () => {
  const avoid = [{ word: 'guys', instead: 'everyone' }];
  const said = '“guys”: the team says “everyone” instead.';
  const { inBox, inPanel } = await adviceUnder({ avoid, signature: '– Acme' });
  expect(inBox).toContain(said);
  expect(inPanel).toEqual([
    said,
    'They use no emoji, and the team answers as they write: leave it out.',
    'Not signed yet: the team signs – Acme',
  ]);
});

test('what the team does without is not said', async () => {
  const avoid = [{ word: 'guys' }];
  const { inPanel } = await adviceUnder({ avoid, checksOff: ['guide-word', 'guide-emoji', 'x'] });
  expect(inPanel).toEqual([]);
});

test('as long as nobody has written a guide, none is held against anybody', async () => {
  expect(await adviceUnder(null)).toEqual({ inBox: [], inPanel: [] });
});
