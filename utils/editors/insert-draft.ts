import { type Addition, toAddition } from './addition.ts';
import { keepCaretAtEnd, placeCaret } from './caret.ts';
import { canPlaceCaret, detectEditor, type Editor, isShown, isTextField } from './detect.ts';
import { isOff, type Landing, type LandingWatch, watchLanding } from './landing.ts';
import type { MethodName } from './method.ts';
import { methods, methodsOf } from './methods.ts';
import { readDraft } from './read-draft.ts';

/** How an insertion ended, proved by reading the page again. */
export interface InsertOutcome {
  /** `failed`: the box is as it was all along. `unsure`: something changed, but not as it was meant. */
  outcome: 'inserted' | 'failed' | 'unsure';
  /** What put the text there, or was tried last; `none` when the text stood there already or nothing could be tried. */
  method: MethodName | 'none';
  /** What to do next, in words for people; empty when all is well. */
  advice: string;
}

/** What an insertion may depend on. */
export interface InsertOptions {
  /** Puts the text in place of a draft that stands in the box. Mentions in front of it stay. */
  replace?: boolean;
  /** The site's send control: if it is off before, it has to come on. It is only looked at, never pressed. */
  submit?: HTMLElement | null;
}

const NOT_TAKEN = 'The reply box did not take the text. It is on your clipboard: press Ctrl+V.';
const LOCKED = 'The reply box cannot be typed in now. The text is on your clipboard.';
const TOO_LONG =
  'The reply box holds too much to be looked over. The text is on your clipboard: press Ctrl+V.';
const DIFFERENT =
  'The reply box shows something else than the draft. Read it through before you send.';
const UNHEARD =
  'The text is in the reply box, but the site has not noticed it. Type a space at its end.';

const GONE =
  'The text was in the reply box and is gone from it. Look whether it was sent before you insert it again.';

interface Run {
  asked: string;
  done: Promise<InsertOutcome>;
}

// One insertion a box at a time. A second click on the same draft is the same insertion: were it to wait, it could
// find a box that was sent and emptied meanwhile, and fill it again.
const running = new WeakMap<HTMLElement, Run>();

/**
 * Puts a draft into the editor of a page, once, and proves that it landed. What stands there is kept, the
 * caret ends behind the text, nothing is ever sent. Takes up to two seconds per way that is tried. For a
 * `failed` outcome the caller puts the text on the clipboard, which `advice` speaks of.
 */
export function insertDraft(
  box: HTMLElement,
  text: string,
  options: InsertOptions = {},
): Promise<InsertOutcome> {
  const editor = detectEditor(box);
  const asked = `${options.replace === true} ${text}`;
  const earlier = running.get(editor.root);
  if (earlier?.asked === asked) return earlier.done;
  const done = (earlier?.done.catch(() => undefined) ?? Promise.resolve())
    .then(() => insertOnce(editor, text, options))
    .finally(() => {
      if (running.get(editor.root) === run) running.delete(editor.root);
    });
  const run: Run = { asked, done };
  running.set(editor.root, run);
  return done;
}

async function insertOnce(
  editor: Editor,
  text: string,
  { replace = false, submit = null }: InsertOptions,
): Promise<InsertOutcome> {
  const { kind, root } = editor;
  if (!isWritable(root)) return { outcome: 'failed', method: 'none', advice: LOCKED };
  if (!canPlaceCaret(editor)) return { outcome: 'failed', method: 'none', advice: NOT_TAKEN };
  // The focus first: some boxes hold their placeholder as text and clear it then.
  await placeCaret(root, 'end');
  if (!isWhole(root)) return { outcome: 'failed', method: 'none', advice: TOO_LONG };
  const before = readDraft(root);
  const addition = toAddition(before, text, replace, kind === 'input' ? ' ' : '\n');
  if (!addition) return { outcome: 'inserted', method: 'none', advice: '' };
  const wasSubmitOff = submit !== null && isOff(submit);
  const watch = watchLanding({ editor, addition, before, submit, wasSubmitOff });
  try {
    return await tryAll(editor, addition, watch);
  } finally {
    watch.stop();
  }
}

/** Tries one way after the other for as long as none has left anything in the box, not even for a moment. */
async function tryAll(
  editor: Editor,
  addition: Addition,
  watch: LandingWatch,
): Promise<InsertOutcome> {
  let tried: MethodName | 'none' = 'none';
  for (const name of methodsOf[editor.kind]) {
    await placeCaret(editor.root, addition.replaces ? 'all' : 'end');
    // An earlier way has landed later than any limit, or the person has typed: nothing more goes in.
    if (watch.hasChanged()) return toOutcome(await watch.settle(), tried);
    if (!methods[name](editor, addition)) continue;
    tried = name;
    const landing = await watch.settle();
    if (landing === 'landed') keepCaretAtEnd(editor.root);
    if (landing !== 'nothing') return toOutcome(landing, tried);
  }
  return toOutcome('nothing', tried);
}

function toOutcome(landing: Landing, method: MethodName | 'none'): InsertOutcome {
  switch (landing) {
    case 'landed':
      return { outcome: 'inserted', method, advice: '' };
    case 'nothing':
      return { outcome: 'failed', method, advice: NOT_TAKEN };
    case 'unheard':
      return { outcome: 'unsure', method, advice: UNHEARD };
    case 'gone':
      return { outcome: 'unsure', method, advice: GONE };
    case 'different':
      return { outcome: 'unsure', method, advice: DIFFERENT };
  }
}

function isWritable(root: HTMLElement): boolean {
  // What is set in a hidden field shows nobody anything, and the editor that stands for it overwrites it.
  if (!root.isConnected || !isShown(root)) return false;
  return isTextField(root) ? !root.readOnly && !root.matches(':disabled') : root.isContentEditable;
}

/** False while CodeMirror draws only the lines in view: what stands in the others may be the text already. */
function isWhole(root: HTMLElement): boolean {
  return root.querySelector('.cm-gap') === null;
}
