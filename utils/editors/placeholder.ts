import { isShown } from './detect.ts';

// The nodes of Draft.js, Slate, CodeMirror, TipTap and CKEditor 5, in the root or in the frame around it, and
// YouTube's (sites.md §6).
const PLACEHOLDERS =
  '.public-DraftEditorPlaceholder-root, [data-slate-placeholder], .cm-placeholder, .is-editor-empty, .ck-placeholder, #placeholder-area';
const FRAMES = '.DraftEditor-root, ytd-commentbox';
// Trix is not among them: its style sheet draws one in an empty root only, which its text rules out.
const BLANK_ROOTS =
  '.ql-blank, .ck-placeholder, [data-mce-placeholder], [data-cke-editorplaceholder]';

/** True while an editor shows its placeholder, which tells that its framework holds no text. */
export function isPlaceholderShown(root: HTMLElement): boolean {
  const frame = root.closest(FRAMES) ?? root;
  const inside = [...frame.querySelectorAll<HTMLElement>(PLACEHOLDERS)];
  return root.matches(BLANK_ROOTS) || inside.some(isShown) || isShownBeside(root);
}

/**
 * Lexical's stands beside the root and says what the root's `aria-placeholder` says (@lexical/react 0.18 to 0.43). A
 * box that has a name only, as Facebook's (sites.md §2), could have a label of the same words: what is hidden from
 * screen readers is none.
 */
function isShownBeside(root: HTMLElement): boolean {
  const words = root.getAttribute('aria-placeholder')?.trim();
  const name = root.getAttribute('aria-label')?.trim();
  const isPlaceholder = (each: Element): boolean => {
    const text = each === root ? '' : each.textContent?.trim();
    if (!text || !isShown(each as HTMLElement)) return false;
    return text === words || (text === name && each.getAttribute('aria-hidden') === 'true');
  };
  return [...(root.parentNode?.children ?? [])].some(isPlaceholder);
}
