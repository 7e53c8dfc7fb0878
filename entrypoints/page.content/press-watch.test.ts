// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { watchPresses } from './press-watch.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const end of ends.splice(0)) end();
});

/** A page with a box and a Send that counts what reaches it. Events count as a person's unless said otherwise. */
function aPage(answers: boolean[]) {
  document.body.replaceChildren(
    document.createElement('textarea'),
    document.createElement('button'),
  );
  const [box, submit] = document.body.children as unknown as [HTMLElement, HTMLElement];
  const heard: string[] = [];
  for (const type of ['pointerdown', 'mousedown', 'click', 'keydown']) {
    for (const one of [box, submit]) one.addEventListener(type, () => heard.push(type));
  }
  let asked = 0;
  let near = 0;
  const presses = watchPresses({
    now: () => 0,
    sendsOnEnter: false,
    findSubmit: () => submit,
    isInBox: (event) => event.composedPath().includes(box),
    onNear: () => (near += 1),
    mayPass: () => {
      asked += 1;
      return answers.shift() ?? true;
    },
  });
  presses.hear(window as unknown as Window);
  ends.push(presses.stop);
  const fire = (at: HTMLElement, type: string, part: object = {}, isTrusted = true) => {
    const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), part);
    Object.defineProperty(event, 'isTrusted', { value: isTrusted });
    at.dispatchEvent(event);
  };
  const press = () => {
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
      fire(submit, type);
    }
  };
  return { box, submit, heard, fire, press, asked: () => asked, near: () => near };
}

describe('a press of Send', () => {
  test('reaches the site untouched when nothing speaks against it', () => {
    const { press, heard, asked } = aPage([true]);
    press();
    expect(heard).toEqual(['pointerdown', 'mousedown', 'click']);
    expect(asked()).toBe(1);
  });

  test('is held back as a whole, the next one passes as a whole', () => {
    const { press, heard, asked } = aPage([false, true]);
    press();
    expect(heard).toEqual([]);
    press();
    expect(heard).toEqual(['pointerdown', 'mousedown', 'click']);
    expect(asked()).toBe(2);
  });

  test('by the shortcut is held back while the key is down, then passes', () => {
    const { box, heard, fire } = aPage([false, true]);
    const enter = { key: 'Enter', ctrlKey: true };
    fire(box, 'keydown', enter);
    fire(box, 'keydown', { ...enter, repeat: true });
    fire(box, 'keyup', enter);
    expect(heard).toEqual([]);
    fire(box, 'keydown', enter);
    expect(heard).toEqual(['keydown']);
  });

  test('by assistive technology, which clicks only, is held back too', () => {
    const { submit, heard, fire } = aPage([false, true]);
    fire(submit, 'click');
    expect(heard).toEqual([]);
    fire(submit, 'click');
    expect(heard).toEqual(['click']);
  });

  test('made up by the page is neither asked about nor held', () => {
    const { submit, heard, fire, asked } = aPage([false]);
    fire(submit, 'click', {}, false);
    expect(heard).toEqual(['click']);
    expect(asked()).toBe(0);
  });

  test('elsewhere is none of our business', () => {
    const { box, heard, fire, asked } = aPage([false]);
    fire(box, 'pointerdown');
    fire(box, 'keydown', { key: 'Enter' });
    expect(heard).toEqual(['pointerdown', 'keydown']);
    expect(asked()).toBe(0);
  });

  test('is foreseen when the pointer comes near', () => {
    const { box, submit, fire, near } = aPage([]);
    fire(box, 'pointerover');
    fire(submit, 'pointerover');
    expect(near()).toBe(1);
  });
});
