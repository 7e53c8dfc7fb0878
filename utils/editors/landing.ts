import { type Addition, toLines } from './addition.ts';
import type { Editor } from './detect.ts';
import { readDraft } from './read-draft.ts';

/** What has become of an insertion: all proofs, none of the text, something else, or text without the proofs. */
export type Landing = 'landed' | 'nothing' | 'different' | 'unheard';

/** What the page looked like before. */
export interface Watch {
  editor: Editor;
  addition: Addition;
  before: string;
  /** The site's send control; its state is a proof only if it was off before. */
  submit: HTMLElement | null;
  wasSubmitOff: boolean;
}

// Draft.js on X needs up to two seconds ("bsk" notes, 2026-08-13).
const LANDING_MS = 2_000;
// Lexical and Draft.js commit after the turn, and doubles come then.
const SETTLE_MS = 250;
const LOOK_MS = 100;

/**
 * Waits until the text has landed and stays as it is, at most two seconds, then judges. The DOM alone is no
 * proof: the site's placeholder has to go, and a send control that was off has to come on.
 */
export async function waitForLanding(watch: Watch): Promise<Landing> {
  await waitFor(watch.editor.root, () => judge(watch) === 'landed', LANDING_MS);
  if (judge(watch) !== 'nothing') await waitFor(watch.editor.root, () => false, SETTLE_MS);
  return judge(watch);
}

/** True for a control that cannot be pressed now. */
export function isOff(control: HTMLElement): boolean {
  return control.matches(':disabled') || control.getAttribute('aria-disabled') === 'true';
}

function judge({ editor, addition, before, submit, wasSubmitOff }: Watch): Landing {
  const now = readDraft(editor.root);
  if (now === before) return 'nothing';
  if (toLines(now) !== toLines(addition.expected)) return 'different';
  if (isPlaceholderShown(editor.root)) return 'unheard';
  // A control that React has replaced meanwhile tells nothing.
  if (submit?.isConnected && wasSubmitOff && isOff(submit)) return 'unheard';
  return 'landed';
}

const PLACEHOLDERS =
  '.public-DraftEditorPlaceholder-root, [data-slate-placeholder], .cm-placeholder, .is-editor-empty';
const BLANK_ROOTS = '.ql-blank, .ck-placeholder';

function isPlaceholderShown(root: HTMLElement): boolean {
  const frame = root.closest('.DraftEditor-root') ?? root;
  return root.matches(BLANK_ROOTS) || frame.querySelector(PLACEHOLDERS) !== null;
}

/** Resolves as soon as `isDone`, looking at every change of the box and, for what is outside it, at a beat. */
function waitFor(root: HTMLElement, isDone: () => boolean, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(look);
    const beat = setInterval(look, LOOK_MS);
    const end = setTimeout(stop, ms);
    observer.observe(root, { subtree: true, childList: true, characterData: true });
    look();
    function look() {
      if (isDone()) stop();
    }
    function stop() {
      observer.disconnect();
      clearInterval(beat);
      clearTimeout(end);
      resolve();
    }
  });
}
