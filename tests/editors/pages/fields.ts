import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Mount, MountedEditor, Place } from './mount.ts';

export const mountTextarea: Mount = (place) => mountField(place, 'textarea');
export const mountInput: Mount = (place) => mountField(place, 'input');
export const mountReactTextarea: Mount = (place) => mountReactField(place, 'textarea');
export const mountReactInput: Mount = (place) => mountReactField(place, 'input');

/** A field whose text is React's: what React does not hear is taken away again. */
function mountReactField(
  { host, initial, onText, delay }: Place,
  name: 'textarea' | 'input',
): MountedEditor {
  let held = initial;
  let reset = () => {};
  function Field() {
    const [text, setText] = useState(initial);
    const onChange = (event: { target: HTMLTextAreaElement | HTMLInputElement }) => {
      const next = event.target.value;
      const hold = () => {
        held = next;
        setText(next);
        onText(next);
      };
      if (delay > 0) setTimeout(hold, delay);
      else hold();
    };
    // oxlint-disable-next-line react/globals -- the page's own Send is outside of the component
    reset = () => {
      held = initial;
      setText(initial);
      onText(initial);
    };
    return createElement(name, { id: 'box', value: text, onChange });
  }
  createRoot(host).render(createElement(Field, null));
  return { readState: () => held, reset: () => reset() };
}

function mountField({ host, initial, onText }: Place, name: 'textarea' | 'input'): MountedEditor {
  const field = document.createElement(name);
  field.id = 'box';
  field.value = initial;
  field.addEventListener('input', () => onText(field.value));
  host.append(field);
  const reset = () => {
    field.value = initial;
    onText(initial);
  };
  return { readState: () => field.value, reset };
}

/** A bare editable element, as small forums have it: its text is the state. */
export const mountContentEditable: Mount = ({ host, initial, onText }) => {
  const box = document.createElement('div');
  box.id = 'box';
  box.contentEditable = 'true';
  const toBlock = (line: string) => {
    const block = document.createElement('div');
    block.append(line === '' ? document.createElement('br') : line);
    return block;
  };
  const reset = () => {
    box.replaceChildren(...(initial === '' ? [] : initial.split('\n').map(toBlock)));
  };
  reset();
  box.style.whiteSpace = 'pre-wrap';
  box.addEventListener('input', () => onText(box.innerText));
  host.append(box);
  return { readState: () => readBlocks(box), reset };
};

/** The text of a bare editable element; `innerText` doubles its blank lines in Chromium. */
export function readBlocks(box: HTMLElement): string {
  return [...box.childNodes].map(toLine).join('').replace(/\n$/, '');
}

/** Enough for what browsers make here: text, line breaks, one block a line. */
function toLine(node: Node, index: number): string {
  if (node.nodeName === 'BR') return '\n';
  if (node.nodeName !== 'DIV') return node.nodeValue ?? '';
  const isAfterText = index > 0 && node.previousSibling?.nodeName === '#text';
  const inner = [...node.childNodes].map(toLine).join('').replace(/\n$/, '');
  return `${isAfterText ? '\n' : ''}${inner}\n`;
}
