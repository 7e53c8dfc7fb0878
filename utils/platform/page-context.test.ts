// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { ContentScriptContext } from './page-context.ts';

test('a newer script of the same name ends the older one, and only that', () => {
  const [older, newer, other] = [vi.fn<() => void>(), vi.fn<() => void>(), vi.fn<() => void>()];
  new ContentScriptContext('other').onInvalidated(other);
  new ContentScriptContext('page').onInvalidated(older);
  expect(older).not.toHaveBeenCalled();
  new ContentScriptContext('page').onInvalidated(newer);
  expect(older).toHaveBeenCalledOnce();
  new ContentScriptContext('page').onInvalidated(() => undefined);
  expect(older).toHaveBeenCalledOnce();
  expect(newer).toHaveBeenCalledOnce();
  expect(other).not.toHaveBeenCalled();
});
