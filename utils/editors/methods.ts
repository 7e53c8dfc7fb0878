import {
  insertByCommand,
  insertByCommandAtOnce,
  insertByCommandByLine,
  insertByCommandOneLine,
} from './by-command.ts';
import { insertByPaste, insertByPasteOfOneBlock } from './by-paste.ts';
import { insertByTextInput } from './by-text-input.ts';
import { insertByValue } from './by-value.ts';
import type { EditorKind } from './detect.ts';
import type { Method, MethodName } from './method.ts';

/**
 * The ways into each editor, best first; a later one is tried only after an earlier one left nothing. "Tried"
 * means tests/editors on that day, in Chromium 156 and Firefox ESR 153; the rest is read in sources
 * (sites.md §0.2) and marked so.
 */
export const methodsOf: Record<EditorKind, MethodName[]> = {
  // Tried 2026-11-22. Typing keeps undo and React hears it; the value, without undo, is for pages that refuse.
  textarea: ['command', 'value'],
  input: ['command', 'value'],
  // Tried 2026-11-22 with 0.11.7. A paste keeps blank lines and undo. Sources disagree on X (sites.md §1,
  // 2026-03 to 2026-10), so that the two others stand behind it where they are harmless.
  draft: ['paste', 'textInput', 'commandOneLine'],
  // Tried 2026-11-22 with 0.52. A paste keeps lines; commands of several lines join them in Chromium.
  lexical: ['paste', 'commandOneLine'],
  // Tried 2026-11-22 with view 1.42. A paste makes paragraphs of lines and drops blank ones, as a person's does.
  prosemirror: ['paste', 'commandByLine'],
  // Tried 2026-11-22 with 2.0.
  quill: ['paste', 'commandOneLine'],
  // Tried 2026-11-22 with slate-react 0.126. Typing by command stands in the page and not in Slate, in Chromium.
  slate: ['paste'],
  // Tried 2026-11-22 with 48.5. Blank lines go, as in a person's paste. It refuses commands in Chromium.
  ckeditor5: ['paste'],
  // Tried 2026-11-22 with 4.22.1 and 8.9.2, on an element and in a frame. Commands get past their undo.
  ckeditor4: ['pasteOneBlock'],
  tinymce: ['pasteOneBlock'],
  // Tried 2026-11-22 with view 6.43. A paste goes wherever its own caret was while the page is without the focus.
  codemirror: ['commandAtOnce'],
  // Tried 2026-11-22 with 2.1. Commands get past its undo in Chromium.
  trix: ['paste'],
  // Tried 2026-11-22, also as YouTube's box. The browser types; a bare box has no paste handler, others may have.
  contenteditable: ['command', 'paste'],
};

/** The methods themselves. */
export const methods: Record<MethodName, Method> = {
  command: insertByCommand,
  commandAtOnce: insertByCommandAtOnce,
  commandByLine: insertByCommandByLine,
  commandOneLine: insertByCommandOneLine,
  paste: insertByPaste,
  pasteOneBlock: insertByPasteOfOneBlock,
  textInput: insertByTextInput,
  value: insertByValue,
};
