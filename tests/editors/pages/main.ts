import { beDoubled, beHostile, beLate } from './moods.ts';
import type { Mount, MountedEditor } from './mount.ts';
import { mounts } from './mounts.ts';

declare global {
  interface Window {
    /** What a test asks the page for: the framework's state, and events that only a bad insertion sends. */
    page: MountedEditor & {
      keydowns: number;
      sends: number;
      resets: number;
      focus(): void;
      /** What the person has selected in the box. */
      readSelected(): string;
      /** Whether the send control that the page shows now says that it cannot be pressed. */
      isSendOff(): boolean;
    };
  }
}

const query = new URLSearchParams(location.search);
const need = (name: string) => query.get(name) ?? '';
const outer = document.querySelector<HTMLElement>('#host');
const host = query.has('shadow') ? shadowed(outer) : outer;
const send = document.querySelector<HTMLButtonElement>('#send');
const load = mounts[need('editor')];
if (!host || !send || !load) throw new Error(`no such editor: ${need('editor')}`);
await start(host, send, await load());

async function start(host: HTMLElement, send: HTMLButtonElement, mount: Mount): Promise<void> {
  const delay = Number(query.get('late') ?? 0);
  const isHostile = query.has('hostile');
  const initial = need('initial');
  // How long after the text has come the person presses Send, ms.
  const sentAfter = query.has('sent') ? Number(query.get('sent')) : null;
  let isSending = false;
  const onText = (text: string) => {
    send.disabled = text.trim() === '';
    if (sentAfter === null || isSending || text.trim() === initial.trim()) return;
    isSending = true;
    setTimeout(() => {
      isSending = false;
      window.page.reset();
      window.page.resets += 1;
    }, sentAfter);
  };
  onText(initial);
  const editor = await mount({ host, initial, onText, delay, isHostile });
  const view = editor.view ?? window;
  const focus = () => focusOf(host)?.focus();
  const readSelected = () => selectedIn(host, view);
  const counts = { keydowns: 0, sends: 0, resets: 0 };
  window.page = { ...editor, ...counts, focus, readSelected, isSendOff };
  view.document.addEventListener('keydown', () => (window.page.keydowns += 1), { capture: true });
  document.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('#send')) window.page.sends += 1;
  });
  if (delay > 0) beLate(view, delay);
  if (query.has('doubled')) beDoubled(view);
  // React mounts in a later task.
  setTimeout(() => {
    if (isHostile) beHostile(view, view === window ? host : view.document.body);
    document.body.dataset['ready'] = 'true';
  }, 50);
}

/** Where a person would click to write. */
function focusOf(host: HTMLElement): HTMLElement | undefined {
  const frame = host.querySelector('iframe');
  if (frame) return frame.contentDocument?.body;
  const boxes = host.querySelectorAll<HTMLElement>('[contenteditable], textarea, input');
  // The hidden toolbar of Trix has fields too.
  return [...boxes].find((box) => box.checkVisibility());
}

function selectedIn(host: HTMLElement, view: Window): string {
  const box = focusOf(host);
  const isField = box?.matches('textarea, input');
  // Firefox tells of a field's selection nowhere else.
  if (!isField) return view.getSelection()?.toString() ?? '';
  const field = box as HTMLTextAreaElement;
  return field.value.slice(field.selectionStart, field.selectionEnd);
}

function isSendOff(): boolean {
  return document.querySelector('#send:disabled, #send[aria-disabled="true"]') !== null;
}

/** A place for the editor inside an open shadow root, as Reddit has it. */
function shadowed(outer: HTMLElement | null): HTMLElement {
  const inner = document.createElement('div');
  outer?.attachShadow({ mode: 'open' }).append(inner);
  return inner;
}
