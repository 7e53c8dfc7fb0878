import { expect, test, vi } from 'vitest';
import { createAdviceDesk } from './draft-advice.ts';

const ask = {
  key: 'ask',
  check: 'private-question',
  text: 'Ask for a direct message.',
  isWarning: true,
};
const own = {
  key: 'own',
  check: 'own-words',
  text: 'Name what they wrote about.',
  isWarning: false,
};

test('shows what was said last, without what was put away', () => {
  const onChange = vi.fn<() => void>();
  const desk = createAdviceDesk(onChange);
  desk.take([ask, own]);
  desk.dismiss('own');
  expect(desk.shown()).toEqual([ask]);
  desk.take([own, ask]);
  expect(desk.shown()).toEqual([ask]);
  desk.take([]);
  expect(desk.shown()).toEqual([]);
  expect(onChange).toHaveBeenCalledTimes(4);
});
