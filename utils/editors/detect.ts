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
  | 'ckeditor4'
  | 'tinymce'
  | 'codemirror'
  | 'trix'
  | 'contenteditable';

/** An editor of a page: its family, and the element that holds the text and takes the focus. */
export interface Editor {
  kind: EditorKind;
  root: HTMLElement;
}

// Marks as harper's editorUtils.ts of 2026-08 lists them (sites.md §0.1); each names the editable root itself.
// CKEditor 4's and TinyMCE's are read in 4.22.1 and 8.9.2 (2026-11-22), on an element or on the body of a frame.
// More telling marks come first: TipTap's root, for one, is a plain contenteditable as well.
const richMarks: [EditorKind, string][] = [
  ['draft', '.public-DraftEditor-content'],
  ['lexical', '[data-lexical-editor="true"]'],
  ['prosemirror', '.ProseMirror'],
  ['quill', '.ql-editor'],
  ['slate', '[data-slate-editor="true"]'],
  ['ckeditor5', '.ck-editor__editable'],
  ['ckeditor4', '.cke_editable'],
  ['tinymce', '.mce-content-body'],
  ['codemirror', '.cm-content'],
  ['trix', 'trix-editor'],
];
const plainMarks: [EditorKind, string][] = [
  ['textarea', 'textarea'],
  ['input', 'input'],
  [
    'contenteditable',
    '[contenteditable=""], [contenteditable="true" i], [contenteditable="plaintext-only" i]',
  ],
];

// What TinyMCE, CKEditor 4 and CKEditor 5 put right behind the textarea that they hide.
const STAND_INS = '.tox-tinymce, .cke, .ck-editor';

/**
 * Tells the editor that `element` belongs to: the element itself, the nearest around it, else the first
 * inside it (a site's wrapper), also in a frame of the same site or in an open shadow root. A field that an
 * editor hides and stands for is that editor. An element without any is answered as a `contenteditable` of its own.
 */
export function detectEditor(element: HTMLElement): Editor {
  const place = findStandIn(element) ?? element;
  return findAround(place) ?? findInside(place) ?? { kind: 'contenteditable', root: place };
}

function findAround(element: HTMLElement): Editor | null {
  for (const [kind, selector] of [...richMarks, ...plainMarks]) {
    const root = element.closest<HTMLElement>(selector);
    if (root) return { kind, root };
  }
  return null;
}

function findInside(place: HTMLElement | ShadowRoot): Editor | null {
  return (
    findMarked(place, richMarks) ??
    // Before plain fields: toolbars of the editors in frames have such.
    findInFrames(place) ??
    findMarked(place, plainMarks) ??
    findInShadow(place)
  );
}

function findMarked(place: ParentNode, marks: [EditorKind, string][]): Editor | null {
  for (const [kind, selector] of marks) {
    const root = place.querySelector<HTMLElement>(selector);
    if (root) return { kind, root };
  }
  return null;
}

function findInFrames(place: HTMLElement | ShadowRoot): Editor | null {
  const isFrame = place.nodeName === 'IFRAME';
  const frames = isFrame ? [place] : place.querySelectorAll('iframe');
  for (const frame of frames) {
    const body = bodyOf(frame as HTMLIFrameElement);
    if (body?.isContentEditable) return findAround(body) ?? { kind: 'contenteditable', root: body };
  }
  return null;
}

/** The body of a frame of the same site; null for others, and for one that has none yet. */
function bodyOf(frame: HTMLIFrameElement): HTMLElement | null {
  return frame.contentDocument?.body ?? null;
}

function findInShadow(place: HTMLElement | ShadowRoot): Editor | null {
  const hosts: ParentNode[] = 'shadowRoot' in place ? [place] : [];
  hosts.push(...place.querySelectorAll('*'));
  for (const host of hosts) {
    const inner = (host as Element).shadowRoot;
    const found = inner && findInside(inner);
    if (found) return found;
  }
  return null;
}

function findStandIn(element: HTMLElement): HTMLElement | null {
  if (!isTextField(element) || isShown(element)) return null;
  const next = element.nextElementSibling;
  return next?.matches(STAND_INS) ? (next as HTMLElement) : null;
}

// Draft.js 0.11 and Quill 2.0 ask the document for the caret, which tells nothing of shadow roots; CKEditor 4 knows
// of none. They put a paste in front of all or over it, and lose undo (tried 2026-11-22).
const blindInShadow = new Set<EditorKind>(['draft', 'quill', 'ckeditor4']);

/** False for an editor that cannot know where its caret is: a text would stand anywhere. */
export function canPlaceCaret({ kind, root }: Editor): boolean {
  return !blindInShadow.has(kind) || root.getRootNode() === root.ownerDocument;
}

/** False for what the page does not draw. */
export function isShown(element: HTMLElement): boolean {
  return typeof element.checkVisibility === 'function' ? element.checkVisibility() : true;
}

/** True for editors whose text is a `value`, not nodes. */
export function isTextField(root: HTMLElement): root is HTMLTextAreaElement | HTMLInputElement {
  return root.localName === 'textarea' || root.localName === 'input';
}
