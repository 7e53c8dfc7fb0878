import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aPost, aReply, aStory, aThread } from '#tests/support/builders.ts';
import { divide, toStoryFigures, toWorkload } from './divide.ts';
import type { Division } from './divide.ts';
import { beganAt, toFigures, wasHandledInOne } from './figures.ts';
import type { ReportedThread } from './figures.ts';
import { toSameness } from './sameness.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const start = Date.UTC(2026, 0, 1);
const now = start + 365 * DAY;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** A year of a made-up team, one thread as a person would describe it. */
const someThread = fc.record({
  seenAt: fc.integer({ min: 0, max: 365 * 24 * 60 - 1 }).map((minute) => start + minute * MINUTE),
  /** Hours between post and first sight; null: the page gives no time. */
  foundAfter: fc.option(fc.constantFrom(0, 1, 30, 167, 169, 900), { nil: null }),
  brand: fc.constantFrom('acme', 'bolt'),
  site: fc.constantFrom('x', 'reddit', 'bluesky'),
  desk: fc.constantFrom(undefined, 'support', 'press'),
  outcome: fc.constantFrom('open', 'settled', 'setAside'),
  happiness: fc.constantFrom(undefined, 'happy', 'unhappy', 'none'),
  replies: fc.array(
    fc.record({
      who: fc.constantFrom('ana', 'ben', null),
      after: fc.integer({ min: 1, max: 5_000 }),
    }),
    { maxLength: 3 },
  ),
  words: fc.array(
    fc.record({
      text: fc.constantFrom('Thank you', 'Which lid?'),
      after: fc.integer({ min: 1, max: 9_000 }),
    }),
    { maxLength: 2 },
  ),
});
type Told = typeof someThread extends fc.Arbitrary<infer T> ? T : never;

function toReported(told: Told, nth: number): ReportedThread {
  const id = `x:${nth}`;
  const time = told.foundAfter === null ? null : told.seenAt - told.foundAfter * HOUR;
  const thread = aThread({
    id,
    post: aPost({ site: told.site as 'x', id: `${nth}`, time }),
    match: { brandId: told.brand },
    seenAt: told.seenAt,
    outcome: told.outcome as 'open',
    ...(told.outcome === 'settled' && told.happiness
      ? { happiness: told.happiness as 'happy' }
      : {}),
    ...(told.desk ? { route: { deskId: told.desk, by: 'ana', at: told.seenAt } } : {}),
    followUps: told.words.map(({ text, after }, at) => ({
      id: `x:f${nth}-${at}`,
      text,
      permalink: null,
      at: told.seenAt + after * MINUTE,
    })),
  });
  const replies = told.replies
    .map(({ who, after }, at) =>
      aReply({
        id: `x:r${nth}-${at}`,
        threadId: id,
        memberId: who,
        handle: who ?? 'somebody',
        at: told.seenAt + after * MINUTE,
      }),
    )
    .sort((one, other) => one.at - other.at);
  return { thread, replies };
}

/** The same figures from what was told, by plain loops and sorted lists, without a line of what is tested. */
function countPlainly(year: readonly Told[]) {
  const sums = { mentions: 0, answered: 0, setAside: 0, foundLate: 0, doubled: 0 };
  const settled = { happy: 0, unhappy: 0, none: 0 };
  const inOne = { count: 0, of: 0 };
  const waits: number[] = [];
  for (const told of year) {
    sums.mentions++;
    if (told.outcome === 'settled') {
      if (told.happiness === 'happy') settled.happy++;
      else if (told.happiness === 'unhappy') settled.unhappy++;
      else settled.none++;
    }
    const minutes = told.replies.map(({ after }) => after);
    if (minutes.length === 0) {
      if (told.outcome === 'setAside') sums.setAside++;
      continue;
    }
    sums.answered++;
    const earliest = Math.min(...minutes);
    const latest = Math.max(...minutes);
    const people = [...new Set(told.replies.map(({ who }) => `${who}`))];
    if (people.length >= 2) sums.doubled++;
    if (told.foundAfter !== null && told.foundAfter > 168) sums.foundLate++;
    else waits.push(earliest * MINUTE + (told.foundAfter ?? 0) * HOUR);
    const later = told.words.filter(({ after }) => after > earliest);
    const bad =
      people.length >= 2 ||
      later.some(({ text }) => text === 'Which lid?') ||
      (told.outcome === 'settled' && told.happiness === 'unhappy');
    const known =
      told.outcome === 'settled' ||
      later.length > 0 ||
      told.seenAt + latest * MINUTE + 3 * DAY <= now;
    if (bad) inOne.of++;
    else if (known) {
      inOne.of++;
      inOne.count++;
    }
  }
  waits.sort((a, b) => a - b);
  const n = waits.length;
  const at = (rank: number) => waits[rank - 1] ?? Number.NaN;
  const median = n % 2 ? at((n + 1) / 2) : (at(n / 2) + at(n / 2 + 1)) / 2;
  // Nearest rank: the smallest wait that at least nine of ten do not exceed.
  const p90 = waits.find((wait) => waits.filter((one) => one <= wait).length >= 0.9 * n - 1e-9);
  const wait = n === 0 ? null : { median, p90, of: n };
  return { ...sums, settled, handledInOne: inOne, wait };
}

const year = fc.array(someThread, { maxLength: 80 });

test('a year’s figures are those that plain counting gives, as a whole and divided', () => {
  const keys: Record<Division, (told: Told) => string> = {
    day: ({ seenAt }) => dayOf(seenAt),
    brand: ({ brand }) => brand,
    site: ({ site }) => site,
    desk: ({ desk }) => desk ?? '',
  };
  fc.assert(
    fc.property(
      year,
      fc.integer({ min: 0, max: 364 }),
      fc.integer({ min: 1, max: 120 }),
      fc.constantFrom<Division>('day', 'brand', 'site', 'desk'),
      (told, first, days, division) => {
        const period = { from: start + first * DAY, to: start + (first + days) * DAY };
        const isIn = ({ seenAt }: Told) => seenAt >= period.from && seenAt < period.to;
        const { whole, rows } = divide(told.map(toReported), period, division, { now, dayOf });
        expect(whole).toEqual(countPlainly(told.filter(isIn)));
        for (const { key, figures } of rows) {
          const own = told.filter((one) => isIn(one) && keys[division](one) === key);
          expect(figures).toEqual(countPlainly(own));
        }
        const mentions = rows.reduce((sum, { figures }) => sum + figures.mentions, 0);
        expect(mentions).toBe(whole.mentions);
        const expected = Array.from({ length: days }, (_, at) => dayOf(period.from + at * DAY));
        expect(division === 'day' ? rows.map(({ key }) => key) : expected).toEqual(expected);
      },
    ),
    { numRuns: 200 },
  );
});

describe('a first wait', () => {
  test.each([
    ['from the post', { time: start, seenAt: start + HOUR }, start],
    ['from the first sight where no time is known', { time: null, seenAt: start }, start],
    [
      'from the first sight where the post is of tomorrow',
      { time: start + DAY, seenAt: start },
      start,
    ],
    ['of a post a week old', { time: start, seenAt: start + 7 * DAY }, start],
    ['of an older one', { time: start, seenAt: start + 7 * DAY + 1 }, null],
  ])('counts %s', (_what, { time, seenAt }, began) => {
    expect(beganAt(aThread({ post: aPost({ time }), seenAt }))).toBe(began);
  });

  test('is none where the answer stood there before', () => {
    const thread = aThread({ post: aPost({ time: null }), seenAt: start });
    const figures = toFigures([{ thread, replies: [aReply({ at: start - HOUR })] }], now);
    expect(figures.wait).toEqual({ median: 0, p90: 0, of: 1 });
  });
});

test('whether one answer was enough is not known before it has been quiet for three days', () => {
  const one = { thread: aThread(), replies: [aReply({ at: start })] };
  expect(wasHandledInOne(one, start + 3 * DAY - 1)).toBeNull();
  expect(wasHandledInOne(one, start + 3 * DAY)).toBe(true);
  expect(wasHandledInOne({ thread: aThread(), replies: [] }, now)).toBeNull();
});

test('who answered how much stands by name, never by number, and former teammates last', () => {
  const names = { zoe: 'Adam', ana: 'Zora' };
  const replies = [
    ['ana', 'x:1'],
    ['ana', 'x:1'],
    ['ana', 'x:2'],
    ['zoe', 'x:3'],
    ['gone', 'x:4'],
    [null, 'x:5'],
  ].map(([memberId = null, threadId], at) =>
    aReply({ id: `x:r${at}`, memberId, threadId: threadId ?? '', at: start + at }),
  );
  expect(toWorkload(replies, { from: start, to: start + 6 }, names)).toEqual([
    { memberId: 'zoe', replies: 1, threads: 1 },
    { memberId: 'ana', replies: 3, threads: 2 },
    { memberId: 'gone', replies: 1, threads: 1 },
  ]);
});

test('stories and permissions count when they were saved and given', () => {
  const step = (state: 'asked' | 'granted', at: number) => ({ state, by: 'ana', at });
  const stories = [
    aStory({ id: '1', savedAt: start, consent: [step('asked', start), step('asked', start + 1)] }),
    aStory({ id: '2', savedAt: start - 1, consent: [step('granted', start + DAY - 1)] }),
    aStory({ id: '3', savedAt: start + DAY, consent: [step('granted', start + DAY)] }),
  ];
  expect(toStoryFigures(stories, { from: start, to: start + DAY })).toEqual({
    saved: 1,
    steps: { asked: 1, granted: 1, declined: 0, withdrawn: 0 },
  });
});

describe('answers that read alike', () => {
  const run = (texts: readonly string[]) => {
    const counting = toSameness(texts.map((text, at) => ({ text, at })));
    for (;;) {
      const { done, value } = counting.next();
      if (done === true) return value;
    }
  };
  const canned = (name: string) =>
    `Hi ${name}, thank you for reaching out to us, please send us your order number by message.`;

  test('are counted, each but the first; short ones are not judged', () => {
    const own = 'That switch wears out after a year of hard water, we swap it.';
    const texts = [canned('Lena'), own, canned('Noor'), 'Thank you!', canned('Sam')];
    expect(run(texts)).toEqual({ alike: 2, of: 4 });
  });

  test('are held against the fifty before them alone', () => {
    const others = Array.from({ length: 50 }, (_, at) =>
      Array.from({ length: 8 }, (_one, nth) => `word${at}x${nth}`).join(' '),
    );
    expect(run([canned('Lena'), ...others, canned('Noor')])).toEqual({ alike: 0, of: 52 });
    expect(run([canned('Lena'), ...others.slice(1), canned('Noor')])).toEqual({ alike: 1, of: 51 });
  });
});
