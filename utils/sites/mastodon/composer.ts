import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import { isVisible } from '#utils/sites/dom/visibility.ts';
import { toFullHandle } from './instance.ts';
import { readAcct, readBody } from './post.ts';

export const boxSelectors = {
  form: 'form.compose-form',
  box: 'textarea',
  // Present only while a reply is written; the same form serves new posts and edits.
  indicator: '.reply-indicator',
  author: '.reply-indicator a[href]',
  handle: '.reply-indicator .display-name__account',
  content: '.reply-indicator__content',
  submit: 'button[type="submit"], .compose-form__publish button, .compose-form__submit button',
};

/** The text field of the compose form that is open as a reply. */
export function findReplyField(doc: Document): HTMLElement | null {
  for (const form of doc.querySelectorAll(boxSelectors.form)) {
    const box = form.querySelector<HTMLElement>(boxSelectors.box);
    if (box && form.querySelector(boxSelectors.indicator) && isVisible(box)) return box;
  }
  return null;
}

/**
 * The status among `posts` that the compose form around `editable` shows as the one to be answered; null when the
 * form answers nothing, or when none or several statuses look like that.
 */
export function findAnswered(
  editable: Element,
  posts: Element[],
  url: URL,
  idOf: (post: Element) => string | null,
): Element | null {
  const form = editable.closest(boxSelectors.form);
  if (!form || form.querySelector(boxSelectors.box) !== editable) return null;
  const shown = form.querySelector(boxSelectors.content);
  const acct = readShownAcct(form);
  if (!shown || !acct) return null;
  const doc = editable.ownerDocument;
  const handle = toFullHandle(acct, doc, url);
  const text = squeeze(readText(shown));
  const matches = posts.filter(
    (post) => toFullHandle(readAcct(post), doc, url) === handle && squeeze(readBody(post)) === text,
  );
  return new Set(matches.map(idOf)).size === 1 ? (matches[0] ?? null) : null;
}

/** The publish button of the compose form around `box`. */
export function findPublish(box: Element): HTMLElement | null {
  return box.closest(boxSelectors.form)?.querySelector<HTMLElement>(boxSelectors.submit) ?? null;
}

function readShownAcct(form: Element): string {
  const shown = readLine(form.querySelector(boxSelectors.handle));
  if (shown) return shown;
  const href = form.querySelector(boxSelectors.author)?.getAttribute('href') ?? '';
  return /^\/@([^/]+)\/?$/u.exec(href)?.[1] ?? '';
}

/** Both places break lines in their own way. */
function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}
