import { expect, test } from 'vitest';
import { createTabPresence } from './tab-presence.ts';

function aPresence() {
  const told: string[] = [];
  const presence = createTabPresence({
    tellPresence: (threadId, kind) => told.push(`${threadId} ${kind}`),
  });
  return { presence, told };
}

test('tells that a person is gone when their tab closes', () => {
  const { presence, told } = aPresence();
  presence.tell(1, 'x:1', 'typing');
  presence.leave(1);
  expect(told).toEqual(['x:1 typing', 'x:1 gone']);
});

test('tells it once', () => {
  const { presence, told } = aPresence();
  presence.tell(1, 'x:1', 'looking');
  presence.tell(1, 'x:1', 'gone');
  presence.leave(1);
  expect(told).toEqual(['x:1 looking', 'x:1 gone']);
});

test('keeps apart what other tabs show', () => {
  const { presence, told } = aPresence();
  presence.tell(1, 'x:1', 'looking');
  presence.tell(2, 'x:2', 'looking');
  presence.leave(2);
  presence.leave(3);
  expect(told).toEqual(['x:1 looking', 'x:2 looking', 'x:2 gone']);
});
