import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '#tests/support/any-text.ts';
import { suggestionSchema, type LibraryEntry } from '#utils/model/library.ts';
import type { Post } from '#utils/model/post.ts';
import { createSuggester, type SuggestContext } from './suggest.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 1);
const context: SuggestContext = {
  brandName: 'Acme',
  memberName: 'Bo',
  now: NOW,
  names: { ana: 'Ana', bo: 'Bo' },
  locale: 'en-GB',
};

const aPost = (text: string, overrides: Partial<Post> = {}): Post => ({
  site: 'x',
  id: '1',
  author: { handle: 'ada_example', name: 'Ada Example' },
  text,
  permalink: null,
  time: null,
  parentId: null,
  ...overrides,
});

const anEntry = (overrides: Partial<LibraryEntry>): LibraryEntry => ({
  id: 'entry',
  kind: 'reply',
  text: 'Hold the button for ten seconds, then plug it in again.',
  question: 'The kettle display blinks',
  tags: [],
  memberId: 'ana',
  at: Date.UTC(2026, 4, 3, 12),
  ...overrides,
});

const aSnippet = (overrides: Partial<LibraryEntry> = {}) =>
  anEntry({ kind: 'snippet', title: 'Boil-dry reset', question: 'kettle stopped', ...overrides });

/** Answers of one kind to posts of one kind. */
const answers = (id: string, question: string, text: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    anEntry({ id: `${id}${index}`, question: `${question} ${id}${index}`, text }),
  );

describe('suggest', () => {
  test('gives nothing from an empty library', () => {
    expect(createSuggester([]).suggest(aPost('My kettle stopped'), context)).toEqual([]);
  });

  test('finds a snippet in a library of one', () => {
    const suggester = createSuggester([aSnippet({ memberId: 'bo' })]);
    expect(suggester.suggest(aPost('@acme my kettle stopped today'), context)).toEqual([
      {
        entryId: 'entry',
        text: 'Hold the button for ten seconds, then plug it in again.',
        confidence: expect.any(Number),
        reason: 'Your snippet “Boil-dry reset”: matches “kettle”, “stopped”',
      },
    ]);
  });

  test('finds the answer to nearly the same post in a library of one', () => {
    const [first] = createSuggester([anEntry({})]).suggest(
      aPost('The display of my kettle blinks'),
      context,
    );
    expect(first?.reason).toBe("Ana's answer to a similar post, 3 May");
  });

  test.each([
    ['2025-05-03', "Ana's answer to a similar post, 3 May 2025", 'ana'],
    ['2026-05-03', 'Your answer to a similar post, 3 May', 'bo'],
    ['2026-05-03', "A former teammate's answer to a similar post, 3 May", 'gone'],
    ['2026-05-03', "A teammate's answer to a similar post, 3 May", null],
  ])('says where an answer of %s comes from: %s', (day, reason, memberId) => {
    const entry = anEntry({ memberId, at: Date.parse(`${day}T12:00:00Z`) });
    const [first] = createSuggester([entry]).suggest(aPost('My kettle display blinks'), context);
    expect(first?.reason).toBe(reason);
  });

  test('points to the answer that stands already', () => {
    const entry = anEntry({ id: 'x:9', permalink: 'https://x.com/acme/status/9' });
    const ask = (text: string, more: object = {}, post: Partial<Post> = {}) =>
      createSuggester([entry]).suggest(aPost(text, post), { ...context, ...more });
    const same = 'Why does the kettle display blink? It blinks';
    const link = ask(same).find(({ kind }) => kind === 'link');
    expect(link).toMatchObject({
      entryId: 'x:9',
      text: 'We have answered this here: https://x.com/acme/status/9',
      reason: 'Ana answered the same question there, 3 May',
    });
    const isLinked = (list: { kind?: string | undefined }[]) =>
      list.some(({ kind }) => kind === 'link');
    expect(isLinked(ask('The kettle leaks on my table, it blinks'))).toBe(false);
    expect(isLinked(ask(same, {}, { site: 'reddit' }))).toBe(false);
    expect(isLinked(ask(same, { lang: 'xx' }))).toBe(false);
  });

  test('leaves out what is retired, waits for a lead, or speaks another language', () => {
    const ask = (entry: Partial<LibraryEntry>, more: object = {}) =>
      createSuggester([anEntry(entry)]).suggest(aPost('My kettle display blinks'), {
        ...context,
        ...more,
      }).length;
    expect(ask({})).toBe(1);
    expect(ask({ state: 'retired' })).toBe(0);
    expect(ask({ state: 'proposed' }, { memberId: 'bo' })).toBe(0);
    expect(ask({ state: 'proposed' }, { memberId: 'ana' })).toBe(1);
    expect(ask({ lang: 'de' }, { lang: 'en' })).toBe(0);
  });

  test('learns from use, and says so', () => {
    const uses = { sent: 6, kept: 0, happy: 0, unhappy: 4, dismissed: 9, lastAt: NOW };
    const ask = (more: Partial<LibraryEntry>) =>
      createSuggester([anEntry(more)], { shownFrom: { best: 0, companion: 0 } }).suggest(
        aPost('My kettle display blinks'),
        context,
      )[0];
    expect(ask({ uses })?.confidence).toBeLessThan(ask({})?.confidence ?? 0);
    expect(ask({ uses })?.reason).toBe(
      "Ana's answer to a similar post, 3 May; customers were unhappy with it 4 times",
    );
  });

  test('stays silent for a post about something else', () => {
    const suggester = createSuggester([
      aSnippet(),
      ...answers('a', 'kettle blinks', 'Hold it.', 9),
    ]);
    expect(suggester.suggest(aPost('Acme shares fell two percent'), context)).toEqual([]);
  });

  test('offers answers that the team keeps giving', () => {
    const suggester = createSuggester([
      ...answers('blink', 'why does the display blink', 'Hold the button for ten seconds.', 12),
      ...answers('lid', 'where can I buy a lid', 'Lids are sold on our site.', 12),
    ]);
    const [first, ...rest] = suggester.suggest(aPost('my display keeps on blinking'), context);
    expect(first?.text).toBe('Hold the button for ten seconds.');
    expect(rest.map((one) => one.text)).not.toContain('Hold the button for ten seconds.');
  });

  test('offers no apology to a pleased customer', () => {
    const question = 'delivery of the kettle came on tuesday';
    const suggester = createSuggester([
      ...answers('sorry', question, 'We are so sorry about that.', 9),
      ...answers('glad', question, 'We are so glad to hear that.', 5),
    ]);
    const texts = (text: string) => suggester.suggest(aPost(text), context).map((one) => one.text);
    expect(texts('Love it, kettle delivery on tuesday, great')).toEqual([
      'We are so glad to hear that.',
    ]);
    expect(texts('Terrible, the kettle delivery of tuesday was late')).toEqual([
      'We are so sorry about that.',
    ]);
  });

  test('greets the present customer, not the one of that time', () => {
    const entry = anEntry({ text: 'Hi Grace! Hold the button, Grace. {brand} is here. ^KD' });
    const [first] = createSuggester([entry]).suggest(aPost('My kettle display blinks'), context);
    expect(first?.text).toBe('Hi Ada! Hold the button. Acme is here.');
  });

  test('keeps a handle that the team keeps naming', () => {
    const question = 'why does the display blink';
    const text = '@grace Please write to @AcmeHelp.';
    const [first] = createSuggester(answers('a', question, text, 9)).suggest(
      aPost('why does it blink, the display'),
      context,
    );
    // All nine name @grace as well; at the beginning of a reply a handle is who was answered.
    expect(first?.text).toBe('Please write to @AcmeHelp.');
  });

  test('leaves an unknown variable of a snippet visible', () => {
    const entry = aSnippet({ text: 'Hi {name}, case {number}. {me}' });
    const [first] = createSuggester([entry]).suggest(aPost('kettle stopped'), context);
    expect(first?.text).toBe('Hi Ada, case {number}. Bo');
  });

  test.each([
    ['やかんが壊れました', 'やかんが壊れて困っています'],
    ['水壶坏了怎么办', '我的水壶坏了'],
    ['чайник сломался', 'мой чайник сломался вчера'],
    ['der Wasserkocher ist kaputt', 'mein Wasserkocher ist seit heute kaputt'],
  ])('finds a snippet for %s', (question, text) => {
    const entry = aSnippet({ title: '', question });
    expect(createSuggester([entry]).suggest(aPost(text), context)).toHaveLength(1);
  });

  test('reads the title of a post', () => {
    const post = aPost('What now?', { title: 'My kettle stopped' });
    expect(createSuggester([aSnippet()]).suggest(post, context)).toHaveLength(1);
  });
});

describe('a library that changes', () => {
  const entries = [
    ...answers('blink', 'why does the display blink', 'Hold the button for ten seconds.', 6),
    ...answers('lid', 'where can I buy a lid', 'Lids are sold on our site.', 6),
    aSnippet(),
    aSnippet({ id: 'second', title: 'Spare lid', question: 'lost the lid' }),
  ];
  const posts = ['my display blinks', 'can I buy a lid', 'kettle stopped'].map((text) =>
    aPost(text),
  );
  const ask = (suggester: ReturnType<typeof createSuggester>) =>
    posts.map((post) => suggester.suggest(post, context));

  test('suggests as if it had been so from the start', () => {
    fc.assert(
      fc.property(fc.subarray(entries), fc.subarray(entries), (kept, taken) => {
        const grown = createSuggester(taken);
        for (const entry of kept) grown.add(entry);
        for (const entry of taken) if (!kept.includes(entry)) grown.remove(entry.id);
        const ids = (lists: ReturnType<typeof ask>) => lists.map((list) => list.length > 0);
        expect(ids(ask(grown))).toEqual(ids(ask(createSuggester(kept))));
      }),
      { numRuns: 40 },
    );
  });

  test('replaces an entry of the same id', () => {
    const suggester = createSuggester([aSnippet()]);
    suggester.add(aSnippet({ text: 'Wait an hour.' }));
    expect(suggester.suggest(aPost('kettle stopped'), context).map((one) => one.text)).toEqual([
      'Wait an hour.',
    ]);
  });

  test('takes no offense at removing what it does not hold', () => {
    const suggester = createSuggester([aSnippet()]);
    suggester.remove('unknown');
    suggester.remove('entry');
    suggester.remove('entry');
    expect(suggester.suggest(aPost('kettle stopped'), context)).toEqual([]);
  });
});

test.each([
  ['question', 'Hold the button.'],
  [undefined, 'Press the lid.'],
] as const)('what a person says a post wants (%s) counts before its words', (intent, wanted) => {
  const question = 'kettle blinks';
  const entries = [1, 2, 3, 4].flatMap((at) => [
    anEntry({ id: `lid${at}`, question, text: 'Press the lid.' }),
    anEntry({ id: `button${at}`, question: `${question} ?`, text: 'Hold the button.' }),
  ]);
  const suggester = createSuggester(entries, {
    shownFrom: { best: 0, companion: 0 },
    intentOf: (post) => (post.endsWith('?') ? 'question' : 'praise'),
  });
  const [first] = suggester.suggest(aPost('My kettle blinks'), { ...context, intent });
  expect(first?.text).toBe(wanted);
});

test('any post gets at most three sound, different suggestions', () => {
  const word = fc.constantFrom(
    'kettle',
    'lid',
    'stopped',
    'great',
    'sorry',
    '{name}',
    '@ada',
    '😀',
  );
  const text = fc.oneof(
    fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(' ')),
    anyText().map((some) => `${some}.`),
  );
  const library = fc.array(
    fc.record({
      text,
      question: text,
      kind: fc.constantFrom('reply' as const, 'snippet' as const),
    }),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(library, text, (rows, asked) => {
      const entries = rows.map((row, index) =>
        anEntry({ ...row, id: String(index), at: NOW - DAY }),
      );
      const suggestions = createSuggester(entries).suggest(aPost(asked), context);
      expect(suggestions.length).toBeLessThanOrEqual(3);
      for (const one of suggestions) expect(suggestionSchema.parse(one)).toEqual(one);
      expect(new Set(suggestions.map((one) => one.text)).size).toBe(suggestions.length);
    }),
    { numRuns: 50 },
  );
});
