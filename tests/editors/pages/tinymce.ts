import type { TinyMCE } from 'tinymce';
import { toParagraphs, toTextLines } from './html-lines.ts';
import { loadScript } from './load-script.ts';
import type { Mount } from './mount.ts';

declare global {
  interface Window {
    tinymce?: TinyMCE;
  }
}

/** TinyMCE in place of a textarea, in a frame of its own. */
export const mountTinyMCE: Mount = async ({ host, initial, onText }) => {
  await loadScript('/tinymce/tinymce.min.js');
  const box = document.createElement('textarea');
  box.id = 'box';
  host.append(box);
  const [editor] =
    (await window.tinymce?.init({
      license_key: 'gpl',
      target: box,
      placeholder: 'Write your reply',
      menubar: false,
      statusbar: false,
      promotion: false,
    })) ?? [];
  if (!editor) throw new Error('no TinyMCE');
  const readState = () => toTextLines(editor.getContent());
  const reset = () => {
    editor.setContent(toParagraphs(initial));
    onText(initial);
  };
  reset();
  editor.undoManager.reset();
  editor.on('input change undo redo', () => onText(readState()));
  return { readState, reset, view: editor.getWin() };
};
