import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { Node } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState, Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { Mount } from './mount.ts';

/** ProseMirror as it comes: basic schema, history, the usual keys. */
export const mountProseMirror: Mount = ({ host, initial, onText, isHostile }) => {
  const doc = Node.fromJSON(schema, {
    type: 'doc',
    content: initial.split('\n').map((line) => ({
      type: 'paragraph',
      content: line === '' ? [] : [{ type: 'text', text: line }],
    })),
  });
  // ProseMirror draws what it holds by itself: it refuses changes in its own way.
  const refuse = new Plugin({ filterTransaction: (change) => !(isHostile && change.docChanged) });
  const plugins = [refuse, history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)];
  const view = new EditorView(host, {
    state: EditorState.create({ doc, plugins }),
    // prosemirror.css says so on every real page; spaces at line ends are lost without it.
    attributes: { id: 'box', style: 'white-space: pre-wrap' },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      onText(readState());
    },
  });
  function readState(): string {
    return view.state.doc.textBetween(0, view.state.doc.content.size, '\n');
  }
  const reset = () => view.updateState(EditorState.create({ doc, plugins }));
  return { readState, reset };
};
