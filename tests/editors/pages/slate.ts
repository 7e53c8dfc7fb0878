import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, type Descendant, Editor, Node, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import type { Mount } from './mount.ts';

/** Slate as in its own guide: paragraphs, a placeholder, undo. */
export const mountSlate: Mount = ({ host, initial, onText }) => {
  const editor = withHistory(withReact(createEditor()));
  const begin = () =>
    initial.split('\n').map((text): Descendant => ({ children: [{ text }] }) as Descendant);
  const readState = () => editor.children.map((block) => Node.string(block)).join('\n');
  createRoot(host).render(
    createElement(
      Slate,
      { editor, initialValue: begin(), onChange: () => onText(readState()) },
      createElement(Editable, { id: 'box', placeholder: 'Write your reply' }),
    ),
  );
  const reset = () => {
    Editor.withoutNormalizing(editor, () => {
      Transforms.deselect(editor);
      while (editor.children.length > 0) Transforms.removeNodes(editor, { at: [0] });
      Transforms.insertNodes(editor, begin(), { at: [0] });
    });
  };
  return { readState, reset };
};
