import type { Mount } from './mount.ts';

/** Every editor that a test page can hold, loaded when it is asked for: some are large. */
export const mounts: Record<string, () => Promise<Mount>> = {
  textarea: async () => (await import('./fields.ts')).mountTextarea,
  reactTextarea: async () => (await import('./fields.ts')).mountReactTextarea,
  input: async () => (await import('./fields.ts')).mountInput,
  reactInput: async () => (await import('./fields.ts')).mountReactInput,
  contenteditable: async () => (await import('./fields.ts')).mountContentEditable,
  draft: async () => (await import('./draft.ts')).mountDraft,
  lexicalPlain: async () => (await import('./lexical.ts')).mountLexicalPlain,
  lexicalRich: async () => (await import('./lexical.ts')).mountLexicalRich,
  prosemirror: async () => (await import('./prosemirror.ts')).mountProseMirror,
  tiptap: async () => (await import('./tiptap.ts')).mountTipTap,
  quill: async () => (await import('./quill.ts')).mountQuill,
  slate: async () => (await import('./slate.ts')).mountSlate,
  codemirror: async () => (await import('./codemirror.ts')).mountCodeMirror,
  trix: async () => (await import('./trix.ts')).mountTrix,
  ckeditor5: async () => (await import('./ckeditor5.ts')).mountCKEditor5,
  ckeditor4: async () => (await import('./ckeditor4.ts')).mountCKEditor4,
  ckeditor4Frame: async () => (await import('./ckeditor4.ts')).mountCKEditor4Frame,
  tinymce: async () => (await import('./tinymce.ts')).mountTinyMCE,
  polymer: async () => (await import('./elements.ts')).mountPolymer,
  reddit: async () => (await import('./elements.ts')).mountReddit,
};
