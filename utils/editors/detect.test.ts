// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { detectEditor } from './detect.ts';

const need = (selector: string) => {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
};

describe('the kind of an editor', () => {
  beforeEach(() => {
    document.body.replaceChildren();
  });

  it.each([
    [
      'draft',
      '<div class="DraftEditor-root"><div class="public-DraftEditor-content" contenteditable="true"><span id="in"></span></div></div>',
    ],
    ['lexical', '<div data-lexical-editor="true" contenteditable="true"><p id="in"></p></div>'],
    ['prosemirror', '<div class="tiptap ProseMirror" contenteditable="true"><p id="in"></p></div>'],
    [
      'quill',
      '<div class="ql-container"><div class="ql-editor" contenteditable="true"><p id="in"></p></div></div>',
    ],
    ['slate', '<div data-slate-editor="true" contenteditable="true"><p id="in"></p></div>'],
    [
      'ckeditor5',
      '<div class="ck ck-editor__editable" contenteditable="true"><p id="in"></p></div>',
    ],
    [
      'ckeditor4',
      '<div class="cke_editable cke_editable_inline" contenteditable="true"><p id="in"></p></div>',
    ],
    ['tinymce', '<div class="mce-content-body" contenteditable="true"><p id="in"></p></div>'],
    [
      'codemirror',
      '<div class="cm-editor"><div class="cm-content" contenteditable="true"><div id="in"></div></div></div>',
    ],
    ['trix', '<trix-editor contenteditable=""><div id="in"></div></trix-editor>'],
    ['textarea', '<textarea id="in"></textarea>'],
    ['input', '<input id="in">'],
    ['contenteditable', '<div contenteditable="plaintext-only"><b id="in"></b></div>'],
  ])('is %s by the marks around an element', (kind, html) => {
    document.body.insertAdjacentHTML('beforeend', html);
    expect(detectEditor(need('#in')).kind).toBe(kind);
  });

  it('is found inside the wrapper of a site', () => {
    const html =
      '<shreddit-composer><div data-lexical-editor="true" id="root"></div></shreddit-composer>';
    document.body.insertAdjacentHTML('beforeend', html);
    const { kind, root } = detectEditor(need('shreddit-composer'));
    expect([kind, root]).toEqual(['lexical', need('#root')]);
  });

  it('is found in an open shadow root inside the wrapper of a site', () => {
    document.body.insertAdjacentHTML('beforeend', '<site-box id="in"><p></p></site-box>');
    const shadow = need('#in').attachShadow({ mode: 'open' });
    shadow.innerHTML = '<div><textarea></textarea></div>';
    const { kind, root } = detectEditor(need('#in'));
    expect([kind, root]).toEqual(['textarea', shadow.querySelector('textarea')]);
  });

  it.each([
    ['tox-tinymce', 'mce-content-body', 'tinymce'],
    ['cke', 'cke_editable', 'ckeditor4'],
    ['ck-editor', 'ck-editor__editable', 'ckeditor5'],
  ])('is that of the %s that stands for a hidden field', (frame, content, kind) => {
    const html = `<textarea id="in" style="display: none"></textarea>
      <div class="${frame}"><div class="${content}" contenteditable="true" id="root"></div></div>`;
    document.body.insertAdjacentHTML('beforeend', html);
    need('#in').checkVisibility = () => false;
    expect(detectEditor(need('#in'))).toEqual({ kind, root: need('#root') });
  });

  it('is the field itself while it is shown', () => {
    const html = '<textarea id="in"></textarea><div class="cke"><p class="cke_editable"></p></div>';
    document.body.insertAdjacentHTML('beforeend', html);
    expect(detectEditor(need('#in')).kind).toBe('textarea');
  });

  it('is contenteditable for an element without any editor', () => {
    expect(detectEditor(document.body)).toEqual({ kind: 'contenteditable', root: document.body });
  });
});
