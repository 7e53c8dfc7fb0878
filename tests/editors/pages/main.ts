import { mountDraft } from './draft.ts';
import { mountContentEditable, mountInput, mountReactTextarea, mountTextarea } from './fields.ts';
import { mountLexicalPlain, mountLexicalRich } from './lexical.ts';
import { beHostile, beLate } from './moods.ts';
import type { Mount, MountedEditor } from './mount.ts';
import { mountProseMirror } from './prosemirror.ts';

const mounts: Record<string, Mount> = {
  textarea: mountTextarea,
  reactTextarea: mountReactTextarea,
  input: mountInput,
  contenteditable: mountContentEditable,
  draft: mountDraft,
  lexicalPlain: mountLexicalPlain,
  lexicalRich: mountLexicalRich,
  prosemirror: mountProseMirror,
};

declare global {
  interface Window {
    /** What a test asks the page for: the framework's state, and events that only a bad insertion sends. */
    page: MountedEditor & { keydowns: number; sends: number; resets: number };
  }
}

const query = new URLSearchParams(location.search);
const need = (name: string) => query.get(name) ?? '';
const outer = document.querySelector<HTMLElement>('#host');
const host = query.has('shadow') ? shadowed(outer) : outer;
const send = document.querySelector<HTMLButtonElement>('#send');
const mount = mounts[need('editor')];
if (!host || !send || !mount) throw new Error(`no such editor: ${need('editor')}`);

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
const editor = mount({ host, initial, onText, delay, isHostile });
window.page = { ...editor, keydowns: 0, sends: 0, resets: 0 };
document.addEventListener('keydown', () => (window.page.keydowns += 1), { capture: true });
send.addEventListener('click', () => (window.page.sends += 1));
if (delay > 0) beLate(delay);
// React mounts in a later task.
setTimeout(() => {
  if (isHostile) beHostile(host);
  document.body.dataset['ready'] = 'true';
}, 50);

/** A place for the editor inside an open shadow root, as Reddit has it. */
function shadowed(outer: HTMLElement | null): HTMLElement {
  const inner = document.createElement('div');
  outer?.attachShadow({ mode: 'open' }).append(inner);
  return inner;
}
