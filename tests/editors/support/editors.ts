export const editorNames = [
  'textarea',
  'reactTextarea',
  'input',
  'contenteditable',
  'draft',
  'lexicalPlain',
  'lexicalRich',
  'prosemirror',
  'reactInput',
  'tiptap',
  'quill',
  'slate',
  'codemirror',
  'trix',
  'ckeditor5',
  'ckeditor4',
  'ckeditor4Frame',
  'tinymce',
  'polymer',
  'reddit',
] as const;
export type EditorName = (typeof editorNames)[number];

/** The way that put the text there, alike in Chromium and Firefox. */
export const ways: Record<EditorName, string> = {
  textarea: 'command',
  reactTextarea: 'command',
  input: 'command',
  contenteditable: 'command',
  draft: 'paste',
  lexicalPlain: 'paste',
  lexicalRich: 'paste',
  prosemirror: 'paste',
  reactInput: 'command',
  tiptap: 'paste',
  quill: 'paste',
  slate: 'paste',
  codemirror: 'commandAtOnce',
  trix: 'paste',
  ckeditor5: 'paste',
  ckeditor4: 'pasteOneBlock',
  ckeditor4Frame: 'pasteOneBlock',
  tinymce: 'pasteOneBlock',
  polymer: 'command',
  reddit: 'paste',
};

/** Editors that make paragraphs of lines and drop the blank ones between. */
export const withoutBlankLines = new Set<EditorName>(['prosemirror', 'tiptap', 'ckeditor5']);

/** Boxes whose site can be slow: the others take the browser's typing at once. */
export const lateEditors = new Set<EditorName>([
  'reactTextarea',
  'draft',
  'lexicalPlain',
  'lexicalRich',
  'prosemirror',
  'reactInput',
  'tiptap',
  'quill',
  'slate',
  'trix',
  'ckeditor5',
  'ckeditor4',
  'ckeditor4Frame',
  'tinymce',
  'reddit',
]);

/** Editors that know where their caret is inside an open shadow root. The others leave it to the clipboard. */
export const inShadow = new Map<EditorName, boolean>([
  ['textarea', true],
  ['reactTextarea', true],
  ['input', true],
  ['contenteditable', true],
  ['polymer', true],
  ['lexicalRich', true],
  ['prosemirror', true],
  ['tiptap', true],
  ['slate', true],
  ['codemirror', true],
  ['trix', true],
  ['ckeditor5', true],
  ['draft', false],
  ['quill', false],
  ['ckeditor4', false],
]);
