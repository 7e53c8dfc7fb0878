// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { phpbbAdapter } from '#utils/sites/phpbb.ts';
import { vbulletinAdapter } from '#utils/sites/vbulletin.ts';

const url = new URL('https://forum.example/threads/9-lamps');
const POST =
  '<li id="post_1" class="postcontainer"><a class="username">ada</a><div id="post_message_1">Hi</div></li>';
const FORM = `<form action="newreply.php"><textarea name="message" style="display: none"></textarea>
  <iframe class="cke_wysiwyg_frame"></iframe><input id="qr_submit" type="submit"></form>`;

beforeEach(() => {
  document.body.innerHTML = POST + FORM;
});

const thePost = () => document.querySelector('.postcontainer') as Element;

/** Gives the frame a document as a page of its own origin has it. */
function setFrame(contentDocument: Document | null): HTMLElement | null {
  const frame = document.querySelector('iframe') as HTMLIFrameElement;
  Object.defineProperty(frame, 'contentDocument', { value: contentDocument });
  if (contentDocument) {
    Object.defineProperty(contentDocument, 'defaultView', { value: { frameElement: frame } });
  }
  return contentDocument?.body ?? null;
}

function aFramed(html: string): Document {
  const doc = document.implementation.createHTMLDocument();
  doc.body.setAttribute('contenteditable', 'true');
  doc.body.innerHTML = html;
  return doc;
}

test('the body of a frame that is edited is the box', () => {
  const body = setFrame(aFramed('<p></p>'));
  expect(vbulletinAdapter.findReplyBox(thePost(), url)).toBe(body);
  expect(vbulletinAdapter.findReplyTarget(body as HTMLElement, url)).toBe(thePost());
  expect(vbulletinAdapter.findSubmit(body as HTMLElement)?.id).toBe('qr_submit');
});

test('a frame of another origin is no box', () => {
  setFrame(null);
  expect(vbulletinAdapter.findReplyBox(thePost(), url)).toBeNull();
});

test('a frame that only shows something is no box', () => {
  const doc = aFramed('<p></p>');
  doc.body.removeAttribute('contenteditable');
  setFrame(doc);
  expect(vbulletinAdapter.findReplyBox(thePost(), url)).toBeNull();
});

test('BBCode in a frame tells which post is quoted', () => {
  const body = setFrame(aFramed('[QUOTE=eli;77]x[/QUOTE]'));
  expect(vbulletinAdapter.findReplyTarget(body as HTMLElement, url)).toBeNull();
});

test('a mended selector is used at once', () => {
  document.body.innerHTML =
    '<div class="post" id="p1"><dl class="postprofile"><a class="nick">ada</a></dl><div class="content">Hi</div></div>';
  const post = document.querySelector('.post') as Element;
  const table = phpbbAdapter.selectors['page'] as Record<string, string>;
  const shipped = table['author'] as string;
  expect(phpbbAdapter.readPost(post, url)).toBeNull();
  table['author'] = '.nick';
  expect(phpbbAdapter.readPost(post, url)?.author).toEqual({ handle: 'ada' });
  table['author'] = shipped;
});
