// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { readDraft } from './read-draft.ts';

/** The draft of a box that holds `html`. */
function draftOf(html: string, attributes = 'contenteditable="true"'): string {
  document.body.insertAdjacentHTML('beforeend', `<div id="box" ${attributes}>${html}</div>`);
  const box = document.querySelector<HTMLElement>('#box');
  if (!box) throw new Error('no box');
  return readDraft(box);
}

describe('a draft', () => {
  beforeEach(() => {
    document.body.replaceChildren();
  });

  it.each([
    ['nothing', '', ''],
    ['a lone line break', '<br>', ''],
    ['an empty paragraph', '<p><br></p>', ''],
    ['text', 'Hello', 'Hello'],
    ['one line a paragraph', '<p>One</p><p>Two</p>', 'One\nTwo'],
    ['an empty paragraph between', '<p>One</p><p><br></p><p>Two</p>', 'One\n\nTwo'],
    ['an empty paragraph at the end', '<p>One</p><p><br></p>', 'One\n'],
    ['text before blocks, as Chromium types', 'One<div>Two</div><div><br></div>', 'One\nTwo\n'],
    ['line breaks, as Firefox types', 'One<br><br>Two<br>', 'One\n\nTwo'],
    ['nested blocks as one line', '<div><div><span>One</span></div></div>', 'One'],
    ['emoji images as text', '<p>Thanks <img alt="👍"></p>', 'Thanks 👍'],
    ['no-break spaces as spaces', '<p>a&nbsp;b</p>', 'a b'],
    ['no caret holders', '<p>\uFEFFa\u200B</p>', 'a'],
    ['no layout between blocks', '\n  <p>One</p>\n  <p>Two</p>\n', 'One\nTwo'],
    ['no placeholder of Slate', '<p><span data-slate-placeholder>Write</span></p>', ''],
  ])('reads %s', (_, html, text) => {
    expect(draftOf(html)).toBe(text);
  });

  it('keeps line feeds in text that is shown with them', () => {
    expect(draftOf('One\nTwo', 'contenteditable="true" style="white-space: pre-wrap"')).toBe(
      'One\nTwo',
    );
  });

  it('reads the value of a field', () => {
    document.body.insertAdjacentHTML('beforeend', '<textarea placeholder="Write"></textarea>');
    const box = document.querySelector('textarea');
    if (!box) throw new Error('no box');
    box.value = 'One\r\nTwo';
    expect(readDraft(box)).toBe('One\nTwo');
  });
});
