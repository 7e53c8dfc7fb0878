import { readBlocks } from './fields.ts';
import { mountLexicalRich } from './lexical.ts';
import type { Mount } from './mount.ts';

/**
 * YouTube's comment box by its marks (sites.md §6, 2025-2026 sources): an editable root inside custom elements,
 * whose text is taken at `input`, a placeholder beside it, a send control that is no button and says by
 * `aria-disabled` that it cannot be pressed.
 */
export const mountPolymer: Mount = ({ host, initial, onText }) => {
  const send = document.createElement('ytd-button-renderer');
  send.id = 'send';
  send.textContent = 'Reply';
  document.querySelector('#send')?.replaceWith(send);
  customElements.define('yt-formatted-string', class extends HTMLElement {});
  customElements.define(
    'ytd-commentbox',
    class extends HTMLElement {
      held = '';
      connectedCallback() {
        this.addEventListener('input', () => this.take());
      }
      take() {
        const root = this.querySelector<HTMLElement>('#contenteditable-root');
        this.held = root ? readBlocks(root) : '';
        this.querySelector('#placeholder-area')?.toggleAttribute('hidden', this.held !== '');
        send.ariaDisabled = `${this.held.trim() === ''}`;
        onText(this.held);
      }
    },
  );
  const box = document.createElement('ytd-commentbox') as HTMLElement & { held: string };
  box.id = 'box';
  const placeholder = document.createElement('div');
  placeholder.id = 'placeholder-area';
  placeholder.textContent = 'Add a reply…';
  const formatted = document.createElement('yt-formatted-string');
  const root = document.createElement('div');
  root.id = 'contenteditable-root';
  root.contentEditable = 'true';
  root.style.whiteSpace = 'pre-wrap';
  formatted.append(root);
  box.append(placeholder, formatted);
  host.append(box);
  const reset = () => {
    root.textContent = initial;
    root.dispatchEvent(new Event('input', { bubbles: true }));
  };
  reset();
  return { readState: () => box.held, reset };
};

/** Reddit's composer (sites.md §7): a custom element with slots around a Lexical and a send control in light DOM. */
export const mountReddit: Mount = (place) => {
  customElements.define(
    'shreddit-composer',
    class extends HTMLElement {
      connectedCallback() {
        const shadow = this.attachShadow({ mode: 'open' });
        const slots = ['rte', 'submit-button'].map((name) => {
          const slot = document.createElement('slot');
          slot.name = name;
          return slot;
        });
        const frame = document.createElement('div');
        frame.append(...slots);
        shadow.append(frame);
      }
    },
  );
  const composer = document.createElement('shreddit-composer');
  composer.id = 'box';
  const inner = document.createElement('div');
  inner.slot = 'rte';
  const send = document.querySelector<HTMLButtonElement>('#send');
  place.host.append(composer);
  composer.append(inner);
  if (send) {
    send.slot = 'submit-button';
    composer.append(send);
  }
  const mounted = mountLexicalRich({ ...place, host: inner });
  inner.querySelector('#box')?.removeAttribute('id');
  return mounted;
};
