import { InlineEditor } from '@ckeditor/ckeditor5-editor-inline';
import { Essentials } from '@ckeditor/ckeditor5-essentials';
import { Paragraph } from '@ckeditor/ckeditor5-paragraph';
import { toParagraphs, toTextLines } from './html-lines.ts';
import type { Mount } from './mount.ts';

/** CKEditor 5 on an element of the page: paragraphs, a placeholder, undo. */
export const mountCKEditor5: Mount = async ({ host, initial, onText }) => {
  const box = document.createElement('div');
  box.id = 'box';
  host.append(box);
  const editor = await InlineEditor.create(box, {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph],
    placeholder: 'Write your reply',
    initialData: toParagraphs(initial),
  });
  const readState = () => toTextLines(editor.getData());
  editor.model.document.on('change:data', () => onText(readState()));
  return { readState, reset: () => editor.setData(toParagraphs(initial)) };
};
