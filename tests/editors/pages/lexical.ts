import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import { registerRichText } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  createEditor,
  type LexicalEditor,
} from 'lexical';
import type { Mount, MountedEditor, Place } from './mount.ts';

export const mountLexicalPlain: Mount = (place) => mountLexical(place, registerPlainText);
export const mountLexicalRich: Mount = (place) => mountLexical(place, registerRichText);

function mountLexical(
  { host, initial, onText }: Place,
  register: (editor: LexicalEditor) => () => void,
): MountedEditor {
  const box = document.createElement('div');
  box.id = 'box';
  box.contentEditable = 'true';
  box.style.whiteSpace = 'pre-wrap';
  box.ariaPlaceholder = 'Write your reply';
  // As @lexical/react draws it: behind the root, there only while the editor is empty.
  const placeholder = document.createElement('div');
  placeholder.ariaHidden = 'true';
  placeholder.textContent = box.ariaPlaceholder;
  host.append(box);
  const editor = createEditor({
    onError(error) {
      throw error;
    },
  });
  editor.setRootElement(box);
  register(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  const start = () => {
    $getRoot().clear();
    for (const line of initial.split('\n')) {
      const paragraph = $createParagraphNode();
      if (line !== '') paragraph.append($createTextNode(line));
      $getRoot().append(paragraph);
    }
  };
  const update = () => {
    if (readState() === '') box.after(placeholder);
    else placeholder.remove();
    onText(readState());
  };
  editor.update(start, { tag: 'history-merge', discrete: true });
  update();
  editor.registerUpdateListener(update);
  function readState(): string {
    return editor.getEditorState().read(() =>
      $getRoot()
        .getChildren()
        .map((block) => block.getTextContent())
        .join('\n'),
    );
  }
  return { readState, reset: () => editor.update(start, { discrete: true }) };
}
