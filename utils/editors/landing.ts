import { type Addition, toLines } from './addition.ts';
import { type Editor, isTextField } from './detect.ts';
import { isPlaceholderShown } from './placeholder.ts';
import { readDraft } from './read-draft.ts';

/**
 * What has become of an insertion: all proofs, none of the text, something else, text without the proofs, or text
 * that was there and is not any more.
 */
export type Landing = 'landed' | 'nothing' | 'different' | 'unheard' | 'gone';

/** What the page looked like before. */
export interface Before {
  editor: Editor;
  addition: Addition;
  before: string;
  /** The site's send control; its state is a proof only if it was off before. */
  submit: HTMLElement | null;
  wasSubmitOff: boolean;
}

/** Looks at a box from before the first way is tried until the last is judged. */
export interface LandingWatch {
  /**
   * Waits until the text has landed and stays as it is, at most two seconds, then judges. The DOM alone is no
   * proof: the site's placeholder has to go, and a send control that was off has to come on.
   */
  settle(): Promise<Landing>;
  /** True once the box has held anything else than before. */
  hasChanged(): boolean;
  stop(): void;
}

// Draft.js on X needs up to two seconds ("bsk" notes, 2026-08-13).
const LANDING_MS = 2_000;
// Lexical and Draft.js commit after the turn, and doubles come then.
const SETTLE_MS = 250;
const LOOK_MS = 100;
// No observer tells of a field's value.
const LOOK_AT_FIELD_MS = 15;

/**
 * Starts looking at a box that stands as `before` says. A box that held anything else in between and is as it was
 * again is `gone`, never `nothing`: the text may have been sent, and must not go in a second time.
 */
export function watchLanding(before: Before): LandingWatch {
  const { root } = before.editor;
  const looks = new Set<() => void>();
  let hasChanged = false;
  const look = () => {
    hasChanged ||= readDraft(root) !== before.before;
    for (const each of looks) each();
  };
  const observer = new MutationObserver(look);
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  const beat = setInterval(look, isTextField(root) ? LOOK_AT_FIELD_MS : LOOK_MS);

  const verdict = (): Landing => {
    const judged = judge(before);
    if (judged === 'nothing') return hasChanged ? 'gone' : 'nothing';
    return isOnPage(root) ? judged : 'gone';
  };

  /** Resolves as soon as `isDone`, looking at every change of the box and, for what is outside it, at a beat. */
  const waitFor = (isDone: () => boolean, ms: number): Promise<void> =>
    new Promise((resolve) => {
      const lookAtOnce = () => {
        if (!isDone()) return;
        looks.delete(lookAtOnce);
        clearTimeout(end);
        resolve();
      };
      const end = setTimeout(() => {
        looks.delete(lookAtOnce);
        resolve();
      }, ms);
      looks.add(lookAtOnce);
      look();
    });

  return {
    async settle() {
      // What a page takes back before anybody could see it was never there.
      await Promise.resolve();
      await waitFor(() => verdict() === 'landed' || verdict() === 'gone', LANDING_MS);
      if (verdict() !== 'nothing') await waitFor(() => false, SETTLE_MS);
      look();
      return verdict();
    },
    hasChanged() {
      look();
      return hasChanged;
    },
    stop() {
      observer.disconnect();
      clearInterval(beat);
    },
  };
}

/** True for a control that cannot be pressed now. */
export function isOff(control: HTMLElement): boolean {
  return control.matches(':disabled') || control.getAttribute('aria-disabled') === 'true';
}

/** False for a box that the page has replaced, or whose frame has gone on to another document. */
function isOnPage(root: HTMLElement): boolean {
  return root.isConnected && root.ownerDocument.defaultView !== null;
}

function judge({ editor, addition, before, submit, wasSubmitOff }: Before): Landing {
  const now = readDraft(editor.root);
  if (now === before) return 'nothing';
  if (toLines(now) !== toLines(addition.expected)) return 'different';
  if (isPlaceholderShown(editor.root)) return 'unheard';
  // A control that React has replaced meanwhile tells nothing.
  if (submit?.isConnected && wasSubmitOff && isOff(submit)) return 'unheard';
  return 'landed';
}
