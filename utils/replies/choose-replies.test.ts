import { describe, expect, test } from 'vitest';
import type { LibraryEntry } from '#utils/model/library.ts';
import { toAnswerWords, type AnswerWords } from './answers/answer-model.ts';
import { chooseReplies, type SimilarReply, type Wish } from './choose-replies.ts';
import { PreparedReplies } from './prepared-replies.ts';

const wish: Wish = {
  stems: ['kettle', 'blink'],
  text: 'My kettle blinks',
  mood: 'neutral',
  intent: null,
  site: 'x',
  now: 0,
  asker: {},
};
const facts = () => ({
  weight: () => 1,
  prepared: new PreparedReplies(
    () => false,
    () => null,
  ),
  answers: null,
});

const aReply = (id: string, text: string, more: Partial<LibraryEntry> = {}): SimilarReply => ({
  id,
  score: 5,
  terms: ['kettle', 'blink'],
  entry: {
    id,
    kind: 'reply',
    text,
    question: 'My kettle blinks',
    tags: [],
    memberId: null,
    at: 0,
    ...more,
  },
});

describe('chooseReplies', () => {
  test('chooses nothing of nothing', () => {
    expect(chooseReplies([], wish, facts(), 3)).toEqual({ replies: [], same: null });
  });

  test('passes over what is retired, and takes its evidence from the rest', () => {
    const retired = Array.from({ length: 90 }, (_, index) =>
      aReply(`old${index}`, 'Buy another one.', { state: 'retired' }),
    );
    const { replies } = chooseReplies(
      [...retired, aReply('new', 'Hold the button.')],
      wish,
      facts(),
      3,
    );
    expect(replies.map(({ entry }) => entry.id)).toEqual(['new']);
    expect(replies[0]?.evidence.topMatch).toBe(1);
  });

  test('heeds what was learned of which replies answer such posts', () => {
    const found = [aReply('button', 'Hold the button.'), aReply('lid', 'Lids are sold here.')];
    const first = (better: string) => {
      const wanted = toAnswerWords(better).stems.toString();
      const answers = {
        rate: () => (reply: AnswerWords) => (reply.stems.toString() === wanted ? 9 : 0),
      };
      return chooseReplies(found, wish, { ...facts(), answers }, 1).replies[0]?.entry.id;
    };
    expect(first('Hold the button.')).toBe('button');
    expect(first('Lids are sold here.')).toBe('lid');
  });

  test('prefers the newer of equals', () => {
    const year = 31_557_600_000;
    const found = [
      aReply('old', 'Hold the button.', { at: 0 }),
      aReply('new', 'Press the lid.', { at: 3 * year }),
    ];
    const { replies } = chooseReplies(found, { ...wish, now: 3 * year }, facts(), 1);
    expect(replies[0]?.entry.id).toBe('new');
  });

  test.each([
    ['question', 'asked'],
    ['praise', 'praised'],
    [null, 'praised'],
  ] as const)('of equals prefers what answered one that wanted the same: %s', (intent, wanted) => {
    const found = [
      aReply('praised', 'Press the lid.', { question: 'Good kettle' }),
      aReply('asked', 'Hold the button.', { question: 'Kettle?' }),
    ];
    const prepared = new PreparedReplies(
      () => false,
      (post) => (post.endsWith('?') ? 'question' : 'praise'),
    );
    const { replies } = chooseReplies(found, { ...wish, intent }, { ...facts(), prepared }, 1);
    expect(replies[0]?.entry.id).toBe(wanted);
  });
});

test('a reply whose words changed is made ready anew', () => {
  const prepared = new PreparedReplies(
    () => false,
    () => null,
  );
  const { entry } = aReply('one', 'Hi Grace, hold the button.');
  expect(prepared.of(entry).template).toBe('Hi {name}, hold the button.');
  expect(prepared.of(entry)).toBe(prepared.of(entry));
  expect(prepared.of({ ...entry, text: 'Sorry!' })).toMatchObject({
    template: 'Sorry!',
    tone: 'apology',
  });
});

test('what a post wanted is told anew once its words changed', () => {
  const prepared = new PreparedReplies(
    () => false,
    (post) => (post.endsWith('?') ? 'question' : null),
  );
  const { entry } = aReply('one', 'Hold the button.');
  expect(prepared.intentOf({ ...entry, question: 'Why?' })).toBe('question');
  expect(prepared.intentOf({ ...entry, question: 'So' })).toBeNull();
});
