import Quill from 'quill';
import type { Mount } from './mount.ts';

/** Quill without a theme, as sites that draw their own toolbar have it. */
export const mountQuill: Mount = ({ host, initial, onText }) => {
  const style = document.createElement('style');
  // quill.core.css says so on every real page.
  style.textContent = '.ql-editor { white-space: pre-wrap } .ql-clipboard { position: absolute }';
  const box = document.createElement('div');
  box.id = 'box';
  host.append(style, box);
  const quill = new Quill(box, { placeholder: 'Write your reply' });
  const readState = () => quill.getText().replace(/\n$/, '');
  const reset = () => quill.setText(initial === '' ? '' : `${initial}\n`, 'silent');
  reset();
  quill.history.clear();
  quill.on('text-change', () => onText(readState()));
  return {
    readState,
    reset: () => {
      reset();
      onText(initial);
    },
  };
};
