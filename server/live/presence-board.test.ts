import { describe, expect, it } from 'vitest';
import { PRESENCE_TTL_MS } from '#utils/sync/wire.ts';
import { createPresenceBoard } from './presence-board.ts';

function aBoard() {
  const board = createPresenceBoard();
  board.enter('laptop', 'team', 'ada');
  board.enter('desktop', 'team', 'ada');
  board.enter('elsewhere', 'other team', 'eve');
  return board;
}

/** How many entries of maps and sets `act` looks at, one by one or by their key. */
function countSteps(act: () => unknown): number {
  let steps = 0;
  const counted: [object, string][] = [
    [Object.getPrototypeOf(new Map().values()), 'next'],
    [Object.getPrototypeOf(new Set().values()), 'next'],
    [Map.prototype, 'get'],
  ];
  const undo = counted.map(([owner, name]) => {
    const original = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
    Reflect.set(owner, name, function count(this: unknown, ...args: unknown[]) {
      steps += 1;
      return original.apply(this, args);
    });
    return () => Reflect.set(owner, name, original);
  });
  try {
    act();
  } finally {
    for (const restore of undo) restore();
  }
  return steps;
}

it('counts a member with two sockets once, typing before looking', () => {
  const board = aBoard();
  board.place('laptop', 'x:1', 'typing', 1);
  board.place('desktop', 'x:1', 'looking', 2);
  expect(board.list('team', 'ben')).toEqual([
    { memberId: 'ada', threadId: 'x:1', kind: 'typing', since: 1 },
  ]);
});

it('calls a member gone only with the last socket', () => {
  const board = aBoard();
  board.place('laptop', 'x:1', 'looking', 1);
  board.place('desktop', 'x:1', 'looking', 2);
  expect(board.leave('laptop', 3)).toMatchObject([{ kind: 'looking' }]);
  expect(board.leave('desktop', 4)).toMatchObject([{ kind: 'gone' }]);
});

it('keeps since when it began over renewals', () => {
  const board = aBoard();
  board.place('laptop', 'x:1', 'typing', 1);
  expect(board.place('laptop', 'x:1', 'typing', 9)?.since).toBe(1);
  expect(board.place('laptop', 'x:1', 'looking', 10)?.since).toBe(10);
});

it('forgets what is not renewed in time', () => {
  const board = aBoard();
  board.place('laptop', 'x:1', 'typing', 0);
  board.place('laptop', 'x:2', 'typing', 5);
  expect(board.expire(PRESENCE_TTL_MS)).toMatchObject([{ threadId: 'x:1', kind: 'gone' }]);
  expect(board.list('team', 'ben')).toMatchObject([{ threadId: 'x:2' }]);
});

it('shows nobody of another team', () => {
  const board = aBoard();
  board.place('elsewhere', 'x:1', 'typing', 0);
  expect(board.list('team', 'ben')).toEqual([]);
});

it('says nothing of somebody who goes where they were not', () => {
  expect(aBoard().place('laptop', 'x:1', 'gone', 0)).toBeNull();
});

it('names those in one thread only', () => {
  const board = aBoard();
  board.place('laptop', 'x:1', 'looking', 1);
  board.place('desktop', 'x:1', 'typing', 2);
  board.place('desktop', 'x:2', 'typing', 2);
  board.place('elsewhere', 'x:1', 'typing', 2);
  expect(board.listIn('team', 'x:1', 'ben')).toMatchObject([{ memberId: 'ada', kind: 'typing' }]);
  expect(board.listIn('team', 'x:1', 'ada')).toEqual([]);
});

it('leaves a thread for others to find empty once it is one too many for its socket', () => {
  const board = aBoard();
  for (let n = 0; n < 21; n += 1) board.place('laptop', `x:${n}`, 'looking', n);
  expect(board.listIn('team', 'x:0', 'ben')).toEqual([]);
  expect(board.list('team', 'ben')).toHaveLength(20);
});

it('tells once of a member whose sockets all run out', () => {
  const board = aBoard();
  board.place('laptop', 'x:1', 'typing', 0);
  board.place('desktop', 'x:1', 'looking', 0);
  expect(board.expire(PRESENCE_TTL_MS)).toMatchObject([{ threadId: 'x:1', kind: 'gone' }]);
  expect(board.list('team', 'ben')).toEqual([]);
});

describe('with many sockets, of this team and others,', () => {
  const SOCKETS = 100;
  const THREADS = 20;

  /** All that a member may have at once; `toThread` says where each socket is. */
  function aFullBoard(toThread: (socket: number, thread: number) => string) {
    const board = createPresenceBoard();
    for (let socket = 0; socket < 2 * SOCKETS; socket += 1) {
      const team = socket < SOCKETS ? 'team' : 'other team';
      board.enter(socket, team, 'ada');
      for (let n = 0; n < THREADS; n += 1) board.place(socket, toThread(socket, n), 'typing', 0);
    }
    return board;
  }

  it.each([
    ['apart', (socket: number, thread: number) => `${socket} ${thread}`],
    ['together', (_: number, thread: number) => `${thread}`],
  ])('looks at each place once when all are %s', (_, toThread) => {
    const board = aFullBoard(toThread);
    const places = SOCKETS * THREADS;
    // A few steps a place, whereas looking through all sockets for each took hundreds.
    expect(countSteps(() => board.list('team', 'ben'))).toBeLessThan(16 * places);
    expect(countSteps(() => board.listIn('team', toThread(0, 0), 'ben'))).toBeLessThan(
      16 * SOCKETS,
    );
    expect(countSteps(() => board.place(0, toThread(0, 0), 'idle', 1))).toBeLessThan(16 * SOCKETS);
    expect(countSteps(() => board.leave(0, 1))).toBeLessThan(16 * places);
    const expire = () => board.expire(PRESENCE_TTL_MS);
    // Both teams’ places run out.
    expect(countSteps(expire)).toBeLessThan(2 * 16 * places);
  });
});
