import { describe, expect, test } from 'vitest';
import type { DraftContext } from './draft-check.ts';
import { preparePeople } from './other-customer.ts';
import { checkSameText, prepareReplies } from './same-text.ts';

const DAY_MS = 86_400_000;
const NOW = 100 * DAY_MS;
const SENT =
  'Hi Ben, please descale the kettle with lemon juice. Rinse it twice and let it dry overnight. *AB';

function context(over: Partial<DraftContext> = {}): DraftContext {
  return {
    now: NOW,
    length: null,
    post: null,
    threadId: 't2',
    ours: [],
    publicContacts: [],
    recent: prepareReplies([{ threadId: 't1', text: SENT, at: NOW - 2 * DAY_MS }]),
    people: preparePeople([]),
    languageOf: () => null,
    dismissed: new Set(),
    ...over,
  };
}

describe('a near copy is noticed', () => {
  test.each([
    ['word for word', SENT],
    ['with another name and signature', SENT.replace('Ben', 'Chloe').replace('*AB', '^CD')],
    ['with another greeting', SENT.replace('Hi Ben', 'Good morning Chloe')],
    ['with a handle in front', `@chloe ${SENT}`],
    ['with a link and emoji behind', `${SENT.replace(' *AB', '')} https://acme.example/x 🙂`],
    ['with one word changed', SENT.replace('overnight', 'completely')],
    ['shouted', SENT.toUpperCase()],
    [
      'with its sentences turned around',
      'Rinse it twice and let it dry overnight. Please descale the kettle with lemon juice.',
    ],
  ])('%s', (_, draft) => {
    expect(checkSameText(draft, context())?.message).toContain('2 days ago');
  });

  test('though it is short, and half of it was names', () => {
    const recent = prepareReplies([
      { threadId: 't1', text: 'Hi Ben, rinse the kettle twice, Ben! *ABC', at: NOW },
    ]);
    const draft = 'Hello Chloe, rinse the kettle twice, Chloe! ^DEF';
    expect(checkSameText(draft, context({ recent }))).not.toBeNull();
  });

  test('with another number', () => {
    const recent = prepareReplies([
      { threadId: 't1', text: 'Your order 4711 is packed and on the way to you', at: NOW },
    ]);
    const draft = 'Your order 998 is packed and on the way to you';
    expect(checkSameText(draft, context({ recent }))).not.toBeNull();
  });

  test('in Japanese', () => {
    const text = 'ケトルのふたを外して、クエン酸で洗ってください。';
    const recent = prepareReplies([{ threadId: 't1', text, at: NOW }]);
    expect(checkSameText(`佐藤様 ${text}`, context({ recent }))).not.toBeNull();
  });
});

describe('is silent', () => {
  test('about another answer on the same thing', () => {
    const draft = 'The kettle dries faster with its lid off; lemon juice takes the smell away too.';
    expect(checkSameText(draft, context())).toBeNull();
  });

  test('about a few words that everybody says', () => {
    const recent = prepareReplies([{ threadId: 't1', text: "You're welcome!", at: NOW }]);
    expect(checkSameText("You're welcome!", context({ recent }))).toBeNull();
  });

  test('about what was sent long ago elsewhere', () => {
    expect(checkSameText(SENT, context({ now: NOW + 30 * DAY_MS }))).toBeNull();
  });
});

test('the same thread counts however long ago', () => {
  const check = checkSameText(SENT, context({ now: NOW + 30 * DAY_MS, threadId: 't1' }));
  expect(check?.message).toContain('This thread');
});

test('several copies are counted', () => {
  const recent = prepareReplies(
    [1, 2, 3].map((day) => ({ threadId: `o${day}`, text: SENT, at: NOW - day * DAY_MS })),
  );
  expect(checkSameText(SENT, context({ recent }))?.message).toContain('3 times');
});
