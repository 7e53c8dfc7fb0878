import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import type { Mount } from './mount.ts';

/** CodeMirror 6 as a box for Markdown: wrapped lines, a placeholder, undo. */
export const mountCodeMirror: Mount = ({ host, initial, onText, isHostile }) => {
  const extensions = [
    history(),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    placeholder('Write your reply'),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ id: 'box' }),
    // It draws what it holds by itself: it refuses changes in its own way.
    EditorState.changeFilter.of(() => !isHostile),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onText(readState());
    }),
  ];
  const begin = () => EditorState.create({ doc: initial, extensions });
  const root = host.getRootNode() as Document | ShadowRoot;
  const view = new EditorView({ state: begin(), parent: host, root });
  function readState(): string {
    return view.state.doc.toString();
  }
  const reset = () => {
    view.setState(begin());
    onText(initial);
  };
  return { readState, reset };
};
