import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { createLiveSocket } from './live-socket.ts';

/** A peer that stops reading when told so: what leaves the process is faked, nothing of ours. */
function aPeer() {
  const sent: string[] = [];
  const peer = Object.assign(new EventEmitter(), {
    bufferedAmount: 0,
    closedWith: 0,
    isTerminated: false,
    send: (text: string) => sent.push((JSON.parse(text) as { type: string }).type),
    close(code: number) {
      peer.closedWith = code;
    },
    terminate() {
      peer.isTerminated = true;
    },
  });
  const actor = { teamId: 't', memberId: 'm', deviceId: 'd', role: 'member' } as const;
  return { sent, peer, socket: createLiveSocket(peer as unknown as WebSocket, actor, 0) };
}

const changes = '{"type":"changes"}';

it('pokes a slow peer once instead of piling rows up', () => {
  const { sent, peer, socket } = aPeer();
  socket.sendChanges(changes, 1, 0);
  peer.bufferedAmount = 2_000_000;
  socket.sendChanges(changes, 2, 1);
  socket.sendChanges(changes, 3, 2);
  expect(sent).toEqual(['changes', 'poke']);
});

it('sends rows again once the peer has caught up', () => {
  const { sent, peer, socket } = aPeer();
  peer.bufferedAmount = 2_000_000;
  socket.sendChanges(changes, 1, 0);
  peer.bufferedAmount = 0;
  socket.sendChanges(changes, 2, 1);
  expect(sent).toEqual(['poke', 'changes']);
});

it('ends a peer that stays slow', () => {
  const { peer, socket } = aPeer();
  peer.bufferedAmount = 2_000_000;
  socket.checkPace(0);
  socket.checkPace(9_999);
  expect(peer.closedWith).toBe(0);
  socket.checkPace(10_000);
  expect([peer.closedWith, peer.isTerminated]).toEqual([4408, true]);
});
