import 'trix';
import type { Mount } from './mount.ts';

/** What of a `trix-editor` is used here; the package carries no types. */
interface TrixElement extends HTMLElement {
  editor: {
    getDocument(): { toString(): string };
    loadHTML(html: string): void;
    insertString(text: string): void;
    setSelectedRange(range: [number, number]): void;
  };
}

/** Trix without its toolbar, as in forms of Rails. */
export const mountTrix: Mount = async ({ host, initial, onText }) => {
  const style = document.createElement('style');
  style.textContent = 'trix-toolbar { display: none }';
  const box = document.createElement('trix-editor') as TrixElement;
  box.id = 'box';
  box.setAttribute('placeholder', 'Write your reply');
  const isReady = new Promise((resolve) =>
    box.addEventListener('trix-initialize', resolve, { once: true }),
  );
  host.append(style, box);
  await isReady;
  const readState = () => box.editor.getDocument().toString().replace(/\n$/, '');
  const reset = () => {
    const lines = initial.split('\n').map((line) => {
      const span = document.createElement('span');
      span.textContent = line.replace(/ $/, '\u00A0');
      return span.innerHTML;
    });
    box.editor.loadHTML(lines.join('<br>'));
  };
  reset();
  box.addEventListener('trix-change', () => onText(readState()));
  return { readState, reset };
};
