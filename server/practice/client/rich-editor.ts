import { baseKeymap, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

/** Makes a ProseMirror editor in `place`, as rich editors of real forums are made. */
export function mountRichEditor(place: HTMLElement, label: string) {
  const view = new EditorView(place, {
    state: createState(),
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
  });
  return {
    focus: () => view.focus(),
    read: () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n', '\n'),
    clear: () => view.updateState(createState()),
  };
}

function createState(): EditorState {
  return EditorState.create({
    schema,
    plugins: [
      history(),
      keymap({
        'Mod-z': undo,
        'Mod-y': redo,
        'Mod-b': toggleMark(schema.marks.strong),
        'Mod-i': toggleMark(schema.marks.em),
      }),
      keymap(baseKeymap),
    ],
  });
}
