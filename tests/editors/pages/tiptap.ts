import { Editor, Extension } from '@tiptap/core';
import Document from '@tiptap/extension-document';
import Paragraph from '@tiptap/extension-paragraph';
import Text from '@tiptap/extension-text';
import { Placeholder, UndoRedo } from '@tiptap/extensions';
import { Plugin } from '@tiptap/pm/state';
import type { Mount } from './mount.ts';

/** TipTap as Bluesky uses it: paragraphs of text, a placeholder, undo. */
export const mountTipTap: Mount = ({ host, initial, onText, isHostile }) => {
  const content = {
    type: 'doc',
    content: initial.split('\n').map((line) => ({
      type: 'paragraph',
      content: line === '' ? [] : [{ type: 'text', text: line }],
    })),
  };
  const Refuse = Extension.create({
    name: 'refuse',
    addProseMirrorPlugins: () => [
      new Plugin({ filterTransaction: (change) => !(isHostile && change.docChanged) }),
    ],
  });
  const placeholder = Placeholder.configure({ placeholder: 'Write your reply' });
  const editor = new Editor({
    element: host,
    extensions: [Document, Paragraph, Text, UndoRedo, placeholder, Refuse],
    content,
    // TipTap says so in the document, which a shadow root does not hear.
    editorProps: { attributes: { id: 'box', style: 'white-space: pre-wrap' } },
    onUpdate: () => onText(readState()),
  });
  function readState(): string {
    const { doc } = editor.state;
    return doc.textBetween(0, doc.content.size, '\n');
  }
  return { readState, reset: () => editor.commands.setContent(content) };
};
