/** The families of editors that differ in how text gets into them. */
export type EditorKind =
  | 'textarea'
  | 'input'
  | 'draft'
  | 'lexical'
  | 'prosemirror'
  | 'quill'
  | 'slate'
  | 'ckeditor5'
  | 'codemirror'
  | 'trix'
  | 'contenteditable';

/** An editor of a page: its family, and the element that holds the text and takes the focus. */
export interface Editor {
  kind: EditorKind;
  root: HTMLElement;
}

// Marks as harper's editorUtils.ts of 2026-08 lists them (sites.md §0.1); each names the editable root itself.
// More telling marks come first: TipTap's root, for one, is a plain contenteditable as well.
const marks: [EditorKind, string][] = [
  ['draft', '.public-DraftEditor-content'],
  ['lexical', '[data-lexical-editor="true"]'],
  ['prosemirror', '.ProseMirror'],
  ['quill', '.ql-editor'],
  ['slate', '[data-slate-editor="true"]'],
  ['ckeditor5', '.ck-editor__editable'],
  ['codemirror', '.cm-content'],
  ['trix', 'trix-editor'],
  ['textarea', 'textarea'],
  ['input', 'input'],
  [
    'contenteditable',
    '[contenteditable=""], [contenteditable="true" i], [contenteditable="plaintext-only" i]',
  ],
];

/**
 * Tells the editor that `element` belongs to: the element itself, the nearest around it, else the first
 * inside it (a site's wrapper). An element without any editor is answered as a `contenteditable` of its own.
 */
export function detectEditor(element: HTMLElement): Editor {
  for (const [kind, selector] of marks) {
    const root = element.closest<HTMLElement>(selector);
    if (root) return { kind, root };
  }
  for (const [kind, selector] of marks) {
    const root = element.querySelector<HTMLElement>(selector);
    if (root) return { kind, root };
  }
  return { kind: 'contenteditable', root: element };
}

/** True for editors whose text is a `value`, not nodes. */
export function isTextField(root: HTMLElement): root is HTMLTextAreaElement | HTMLInputElement {
  return root.localName === 'textarea' || root.localName === 'input';
}
