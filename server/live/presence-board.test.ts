import { expect, it } from 'vitest';
import { PRESENCE_TTL_MS } from '#utils/sync/wire.ts';
import { createPresenceBoard } from './presence-board.ts';

function aBoard() {
  const board = createPresenceBoard();
  board.enter('laptop', 'team', 'ada');
  board.enter('desktop', 'team', 'ada');
  board.enter('elsewhere', 'other team', 'eve');
  return board;
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
