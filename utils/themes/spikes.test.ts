import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSpikes, toFactor, toSpikeWords, toTopics, type Spike } from './spikes.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** A Monday, half past noon, UTC. */
const NOW = Date.UTC(2026, 10, 23, 12, 30);
const NOON = NOW - HOUR / 2;
const LONG = { now: NOW, knownSince: NOW - 20 * WEEK };

/** So many posts in the hour that begins then. */
const inHour = (count: number, begin: number) =>
  Array.from({ length: count }, (_, at) => begin + (at * HOUR) / (count + 1) / 2);
const everyWeek = (count: number, begin: number, weeks = 8) =>
  Array.from({ length: weeks }, (_, at) => inHour(count, begin - (at + 1) * WEEK)).flat();
const topic = (...times: number[][]) => [{ id: 'bag', times: times.flat() }];

describe('an alarm', () => {
  test.each([
    ['five times the usual hour', 4, 20, true],
    ['not quite that', 4, 19, false],
    ['ten where there is usually none', 0, 10, true],
    ['from one to five', 1, 5, false],
    ['nine where there is usually none', 0, 9, false],
    ['from one to ten', 1, 10, true],
    ['from three to fourteen', 3, 14, false],
    ['as always', 50, 50, false],
  ])('%s', (_, usual, count, isAlarm) => {
    const spikes = findSpikes(topic(everyWeek(usual, NOON), inHour(count, NOON)), LONG);
    const peak = { at: NOON, count, usual };
    expect(spikes.map((spike) => spike.peak)).toEqual(isAlarm ? [peak] : []);
  });

  test('compares with the same hour of the week, not with the hours around', () => {
    const quiet = Array.from({ length: 400 }, (_, at) => NOON - (at + 1) * HOUR);
    expect(findSpikes(topic(quiet, everyWeek(30, NOON), inHour(40, NOON)), LONG)).toEqual([]);
    const loud = Array.from({ length: 8 }, (_, at) => everyWeek(30, NOON - (at + 1) * DAY)).flat();
    const tuesdayToSunday = loud.filter((at) => new Date(at).getUTCDay() !== 1);
    expect(findSpikes(topic(tuesdayToSunday, inHour(12, NOON)), LONG)).toHaveLength(1);
  });

  test('one spike of a former week does not make the next usual', () => {
    const times = [everyWeek(1, NOON), inHour(500, NOON - WEEK), inHour(30, NOON)];
    expect(findSpikes(topic(...times), LONG)[0]?.peak).toMatchObject({ count: 30, usual: 1 });
  });

  test('is one for hours in a row, and tells the worst', () => {
    const hours = [
      inHour(10, NOON - 3 * HOUR),
      inHour(40, NOON - 2 * HOUR),
      inHour(20, NOON - HOUR),
    ];
    const [spike, ...further] = findSpikes(topic(...hours, inHour(10, NOON - 9 * HOUR)), LONG);
    expect(spike).toEqual({
      topicId: 'bag',
      from: NOON - 3 * HOUR,
      until: NOON,
      count: 70,
      peak: { at: NOON - 2 * HOUR, count: 40, usual: 0 },
      basis: 'week',
    });
    expect(further.map(({ from }) => from)).toEqual([NOON - 9 * HOUR]);
  });
});

describe('what is known', () => {
  test('of fewer than three weeks is compared by the hour of the day', () => {
    const days = Array.from({ length: 13 }, (_, at) => inHour(8, NOON - (at + 1) * DAY)).flat();
    const known = { now: NOW, knownSince: NOW - 2 * WEEK };
    expect(findSpikes(topic(days, inHour(30, NOON)), known)).toEqual([]);
    const [spike] = findSpikes(topic(days, inHour(40, NOON)), known);
    expect(spike).toMatchObject({ basis: 'day', peak: { usual: 8 } });
  });

  test('of fewer than three days raises no alarm', () => {
    const times = topic(inHour(500, NOON));
    expect(findSpikes(times, { now: NOW, knownSince: NOW - 2 * DAY })).toEqual([]);
    expect(findSpikes(times, { now: NOW, knownSince: NOW - 4 * DAY })).toHaveLength(1);
  });

  test('begins with the first post of any topic', () => {
    const old = { id: 'old', times: [NOW - 20 * WEEK] };
    expect(findSpikes([...topic(inHour(10, NOON)), old], { now: NOW })).toHaveLength(1);
    expect(findSpikes(topic(inHour(10, NOON)), { now: NOW })).toEqual([]);
  });

  test('is nothing of nothing', () => {
    expect(findSpikes([], { now: NOW })).toEqual([]);
    expect(findSpikes([{ id: 'a', times: [] }], LONG)).toEqual([]);
  });
});

test('looks at the last day, or as far back as is asked', () => {
  const times = topic(inHour(10, NOON - 3 * DAY));
  expect(findSpikes(times, LONG)).toEqual([]);
  expect(findSpikes(times, { ...LONG, since: NOW - WEEK })).toHaveLength(1);
});

test('posts of a wrong clock count for nothing', () => {
  const times = topic(inHour(30, NOON), [Number.NaN, Number.POSITIVE_INFINITY]);
  expect(findSpikes(times, { ...LONG, now: NOON })).toEqual([]);
});

test('tells newest first, then the strongest', () => {
  const named = (id: string, count: number, at: number) => ({ id, times: inHour(count, at) });
  const topics = [
    named('b', 10, NOON),
    named('a', 10, NOON),
    named('c', 20, NOON),
    named('d', 90, NOON - DAY + HOUR),
  ];
  expect(findSpikes(topics, LONG).map(({ topicId }) => topicId)).toEqual(['c', 'a', 'b', 'd']);
  expect(findSpikes(topics.toReversed(), LONG)).toEqual(findSpikes(topics, LONG));
});

test('whatever is told has five times its usual hour and ten posts at least', () => {
  const times = fc.array(fc.integer({ min: 0, max: 10 * 24 }), { maxLength: 400 });
  fc.assert(
    fc.property(times, (hours) => {
      const all = hours.map((hour) => NOW - Math.floor(hour / 3) * HOUR);
      const spikes = findSpikes([{ id: 'a', times: all }], { ...LONG, since: NOW - WEEK });
      for (const spike of spikes) {
        const { peak } = spike;
        const counted = all.filter((at) => Math.floor(at / HOUR) * HOUR === peak.at).length;
        expect(counted).toBe(peak.count);
        expect(peak.count).toBeGreaterThanOrEqual(Math.max(10, 5 * peak.usual));
        expect(toFactor(spike)).toBeGreaterThanOrEqual(5);
      }
    }),
  );
});

test('watches themes by the times of their posts', () => {
  const theme = { id: 't', ids: ['1', '2', 'unknown'] };
  const times = new Map([
    ['1', 10],
    ['2', 20],
  ]);
  expect(toTopics([theme], (id) => times.get(id))).toEqual([{ id: 't', times: [10, 20] }]);
});

test('says it in words', () => {
  const spike: Spike = {
    topicId: 'a',
    from: NOON,
    until: NOON + HOUR,
    count: 47,
    peak: { at: NOON, count: 47, usual: 3 },
    basis: 'week',
  };
  expect(toSpikeWords(spike)).toBe('47 posts in an hour, usually 3 at this hour of the week');
});
