import { expect, test } from 'vitest';
import { readTasks, type TraceEvent } from './tasks.ts';

const OURS = 'chrome-extension://ours/';
const here = { pid: 1, tid: 7 };
const mark: TraceEvent = { name: 'awkward', ph: 'I', ts: 0, ...here };
const aTask = (ts: number, dur: number): TraceEvent => ({
  name: 'RunTask',
  ph: 'X',
  ts,
  dur,
  ...here,
});
const aCall = (url: string, ts: number, dur: number): TraceEvent => ({
  name: 'FunctionCall',
  ph: 'X',
  ts,
  dur,
  ...here,
  args: { data: { url } },
});

test('calls of our scripts are ours, those of the page are not', () => {
  const events = [
    mark,
    aTask(0, 60_000),
    aCall(`${OURS}page.js`, 10_000, 20_000),
    aCall('https://x.com/app.js', 30_000, 30_000),
  ];
  expect(readTasks(events, 'awkward', OURS)).toEqual([{ ms: 60, oursMs: 20 }]);
});

test('what our functions call counts by samples, once where a call says it too', () => {
  const nodes = [
    { id: 1, callFrame: { url: `${OURS}page.js` } },
    { id: 2, parent: 1, callFrame: {} },
    { id: 3, callFrame: { url: 'https://x.com/app.js' } },
  ];
  const profile: TraceEvent[] = [
    { name: 'Profile', ph: 'P', ts: 0, id: '0x1', ...here, args: { data: { startTime: 0 } } },
    {
      name: 'ProfileChunk',
      ph: 'P',
      ts: 1,
      id: '0x1',
      pid: 1,
      tid: 9,
      args: {
        data: {
          cpuProfile: { nodes, samples: [3, 2, 2, 3] },
          timeDeltas: [10_000, 10_000, 10_000, 10_000],
        },
      },
    },
  ];
  const call = aCall(`${OURS}page.js`, 25_000, 10_000);
  const tasks = readTasks([mark, aTask(0, 50_000), ...profile, call], 'awkward', OURS);
  expect(tasks).toEqual([{ ms: 50, oursMs: 20 }]);
});

test('time in which the thread did not run is nobody’s', () => {
  const task = { ...aTask(0, 60_000), tdur: 30_000 };
  const events = [mark, task, aCall(`${OURS}page.js`, 0, 40_000)];
  expect(readTasks(events, 'awkward', OURS)).toEqual([{ ms: 60, oursMs: 20 }]);
});

test('tasks of threads without the mark are left out', () => {
  const other: TraceEvent = { ...aTask(0, 90_000), tid: 8 };
  expect(readTasks([mark, other], 'awkward', OURS)).toEqual([]);
});
