// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchEditorFrames } from './editor-frames.ts';

/** A window that `document.open` can take all listeners from, as browsers do. */
class FrameWindow extends EventTarget {
  private readonly taken: Parameters<EventTarget['addEventListener']>[] = [];
  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    this.taken.push(args);
    super.addEventListener(...args);
  }
  openDocument(): void {
    for (const [type, listener] of this.taken) this.removeEventListener(type, listener);
  }
}

const heard: EventTarget[] = [];
let stop: () => void;
let focused: Element;

beforeEach(() => {
  vi.useFakeTimers();
  heard.length = 0;
  vi.spyOn(document, 'activeElement', 'get').mockImplementation(() => focused);
  stop = watchEditorFrames(document, (win) => heard.push(win));
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function aFrame({ isEdited = true } = {}) {
  const win = new FrameWindow();
  const frame = document.createElement('iframe');
  const inside = {
    defaultView: win,
    designMode: isEdited ? 'on' : 'off',
    body: document.createElement('body'),
  };
  Object.defineProperty(frame, 'contentDocument', { get: () => inside });
  return { win, frame, inside };
}

function happen(type: string, where: EventTarget, isTrusted = true) {
  const event = new Event(type);
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  where.dispatchEvent(event);
  vi.runAllTimers();
}
const goInto = (frame: Element) => {
  focused = frame;
  happen('blur', window);
};

test('an editor is heard once, however often the focus goes in', () => {
  const { win, frame } = aFrame();
  goInto(frame);
  goInto(frame);
  expect(heard).toEqual([win]);
});

test('an editor whose document was written anew is heard again', () => {
  const { win, frame } = aFrame();
  goInto(frame);
  win.openDocument();
  goInto(frame);
  expect(heard).toEqual([win, win]);
  goInto(frame);
  expect(heard).toHaveLength(2);
});

test('an editor whose document is written anew under the focus is heard again', () => {
  const { win, frame } = aFrame();
  goInto(frame);
  win.openDocument();
  happen('load', frame);
  expect(heard).toEqual([win, win]);
});

test('a document that takes the place of the one before is heard in its own window', () => {
  const { win, frame, inside } = aFrame();
  goInto(frame);
  const next = new FrameWindow();
  inside.defaultView = next;
  happen('load', frame);
  expect(heard).toEqual([win, next]);
});

test('a frame that becomes an editor while the focus is in it is heard', () => {
  const { win, frame, inside } = aFrame({ isEdited: false });
  goInto(frame);
  expect(heard).toEqual([]);
  inside.designMode = 'on';
  happen('load', frame);
  expect(heard).toEqual([win]);
});

test('a second editor is heard when the focus comes from the first', () => {
  const first = aFrame();
  const second = aFrame();
  goInto(first.frame);
  focused = second.frame;
  happen('blur', first.win);
  expect(heard).toEqual([first.win, second.win]);
});

test('a focus that a page makes up is none', () => {
  focused = aFrame().frame;
  happen('blur', window, false);
  expect(heard).toEqual([]);
});

test('nothing is heard after the end', () => {
  const { win, frame } = aFrame();
  goInto(frame);
  stop();
  win.openDocument();
  happen('load', frame);
  goInto(frame);
  expect(heard).toEqual([win]);
});
