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
  // Not tried. Each handles `paste` with plain text in its own code (2025-2026 sources).
  quill: ['paste', 'commandOneLine'],
  slate: ['paste', 'commandOneLine'],
  ckeditor5: ['paste', 'commandOneLine'],
  ckeditor4: ['pasteOneBlock'],
  tinymce: ['pasteOneBlock'],
  codemirror: ['commandAtOnce'],
  trix: ['paste', 'commandOneLine'],
  // Tried 2026-11-22. The browser types; a bare box has no paste handler, others may have.
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
