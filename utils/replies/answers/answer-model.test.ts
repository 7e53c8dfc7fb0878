import { describe, expect, test } from 'vitest';
import type { LibraryEntry } from '#utils/model/library.ts';
import { AnswerModel, toAnswerWords, type AnswerModelData } from './answer-model.ts';
import { learnAnswers, toAnsweredPost } from './learn-answers.ts';
import { trainAnswerModel, TRAINING_PAIRS_MIN } from './train-answer-model.ts';

const topics = [
  ['the display blinks red', 'Hold the button until it goes dark.'],
  ['where can I buy a lid', 'Spare parts are sold on our site.'],
  ['it leaks from the bottom', 'Please tighten the screw below the base.'],
  ['my parcel never came', 'The courier brings it again tomorrow.'],
] as const;
const fillers = 'so well hello today really quite there again folks maybe'.split(' ');

/** `count` answers, topic after topic; no post shares a telling word with its answer. */
const someAnswers = (count: number): LibraryEntry[] =>
  Array.from({ length: count }, (_, at) => {
    const [question, text] = topics[at % topics.length] as (typeof topics)[number];
    const filler = (step: number) => fillers[Math.floor(at / step) % fillers.length];
    return {
      id: `r${at}`,
      kind: 'reply',
      text: `${text} ${filler(7)}`,
      question: `${question} ${filler(3)} ${filler(11)}`,
      tags: [],
      memberId: null,
      at,
    };
  });

const rate = (model: AnswerModel | null, post: string, reply: string) =>
  model?.rate(toAnswerWords(post))(toAnswerWords(reply)) ?? Number.NaN;

function train(entries: readonly LibraryEntry[]): AnswerModelData | null {
  const training = trainAnswerModel(entries.flatMap((entry) => toAnsweredPost(entry) ?? []));
  for (;;) {
    const { done, value } = training.next();
    if (done) return value;
  }
}

describe('an answer model', () => {
  const model = learnAnswers(someAnswers(400));

  test('knows which replies answer which posts, though they share no word', () => {
    for (const [at, [question, own]] of topics.entries()) {
      for (const [, other] of topics.filter((_, index) => index !== at)) {
        expect(rate(model, question, own)).toBeGreaterThan(rate(model, question, other) + 1);
      }
    }
  });

  test('prefers a reply that takes up rare words of the post', () => {
    const asked = 'my Zorbax 3000 leaks';
    const plain = 'Please tighten the screw below the base.';
    expect(rate(model, asked, `Zorbax: ${plain}`)).toBeGreaterThan(rate(model, asked, plain) + 0.5);
  });

  test('hears how something is said, and how loudly', () => {
    const [plain, asked, loud] = ['so it works', 'so it works?', 'so it works!!!'].map(
      (text) => toAnswerWords(text).stems.length,
    );
    expect([plain, asked, loud]).toEqual([3, 4, 5]);
  });

  test('finds a word of the post within a longer one', () => {
    const asked = 'Mein Zorbaxkocher leckt';
    const plain = 'Please tighten the screw below the base.';
    expect(rate(model, asked, `Zorbax: ${plain}`)).toBeGreaterThan(rate(model, asked, plain) + 0.5);
  });

  test('knows nothing of empty or foreign texts, and says a number all the same', () => {
    for (const text of ['', '?!', '水壶坏了', 'qwertz']) {
      expect(rate(model, text, 'Hold the button.')).toBeCloseTo(0, 5);
      expect(Number.isFinite(rate(model, 'the display blinks', text))).toBe(true);
    }
  });

  test('is the same for the same pairs', () => {
    expect(train(someAnswers(300))).toEqual(train(someAnswers(300)));
    expect(train(someAnswers(300))).not.toEqual(train(someAnswers(304)));
  });

  test('needs enough pairs', () => {
    expect(train(someAnswers(TRAINING_PAIRS_MIN - 1))).toBeNull();
    expect(train(someAnswers(TRAINING_PAIRS_MIN))?.pairs).toBe(TRAINING_PAIRS_MIN);
  });

  test('keeps no word that stood once, and no word as it is spelled', () => {
    const once = { ...(someAnswers(1)[0] as LibraryEntry), question: 'Ravenswood blinks' };
    const data = train([...someAnswers(300), once]);
    const [name, known] = [toAnswerWords('Ravenswood').stems[0], toAnswerWords('blinks').stems[0]];
    expect(data?.posts.words).toContain(known);
    expect(data?.posts.words).not.toContain(name);
    expect(JSON.stringify(data)).not.toMatch(/blink|ravenswood/i);
    const runs = toAnswerWords('Ravenswood').runs.filter((run) => data?.runs.runs.includes(run));
    expect(runs).toHaveLength(0);
    expect(data?.runs.runs).toContain(toAnswerWords('blinks').runs[0]);
  });
});

test.each<[string, Partial<LibraryEntry>]>([
  ['a snippet', { kind: 'snippet' }],
  ['a reply to nothing that is known', { question: '' }],
  ['a proposal', { state: 'proposed' }],
  ['a retired one', { state: 'retired' }],
])('learns nothing from %s', (_, more) => {
  const [entry] = someAnswers(1) as [LibraryEntry];
  expect(toAnsweredPost(entry)).not.toBeNull();
  expect(toAnsweredPost({ ...entry, ...more })).toBeNull();
});
