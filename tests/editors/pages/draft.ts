import { ContentState, Editor, EditorState } from 'draft-js';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Mount } from './mount.ts';

/** Draft.js as X uses it: plain blocks, a placeholder, undo of its own. */
export const mountDraft: Mount = ({ host, initial, onText }) => {
  const begin = () => (initial === '' ? EditorState.createEmpty() : toState(initial));
  let held = begin();
  let reset = () => {};
  function Composer() {
    const [state, setState] = useState(held);
    const onChange = (next: EditorState) => {
      // oxlint-disable-next-line react/globals -- the test reads the editor's own state from outside
      held = next;
      setState(next);
      onText(toText(next));
    };
    // oxlint-disable-next-line react/globals -- the page's own Send is outside of the component
    reset = () => onChange(begin());
    return createElement(Editor, { editorState: state, onChange, placeholder: 'Post your reply' });
  }
  createRoot(host).render(createElement(Composer, null));
  return { readState: () => toText(held), reset: () => reset() };
};

function toState(text: string): EditorState {
  return EditorState.createWithContent(ContentState.createFromText(text));
}

function toText(state: EditorState): string {
  const blocks = state.getCurrentContent().getBlockMap().toArray();
  return blocks.map((block) => block.getText()).join('\n');
}
