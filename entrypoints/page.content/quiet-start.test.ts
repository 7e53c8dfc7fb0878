// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { ContentScriptContext } from 'wxt/utils/content-script-context';
import './quiet-start.ts';

test('the page hears nothing of a content script that starts', () => {
  const heard: unknown[] = [];
  vi.spyOn(document, 'dispatchEvent').mockImplementation((event) => heard.push(event) > 0);
  vi.spyOn(window, 'postMessage').mockImplementation(
    (message: unknown) => void heard.push(message),
  );
  const listen = vi.spyOn(document, 'addEventListener');
  const context = new ContentScriptContext('page');
  expect(heard).toEqual([]);
  expect(listen).not.toHaveBeenCalled();
  context.abort();
});
