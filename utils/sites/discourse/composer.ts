import { toTopicPlace } from './address.ts';
import { findPlace } from './parts.ts';

/** `components/composer-action-title.gjs` and `d-editor.gjs`, 2025–2026. */
export const boxSelectors = {
  // One panel for replies, new topics, edits and messages; folded up it is a draft.
  panel: '#reply-control:not(.closed):not(.draft)',
  // Plain, or the rich mode, which is ProseMirror.
  box: '.d-editor-input:not([contenteditable="false"]), .ProseMirror[contenteditable="true"]',
  editable: 'textarea, [contenteditable="true"]',
  heading: '.action-title',
  edited: 'a.post-link',
  answered: 'a.user-link[href]',
  topic: 'a.topic-link[href]',
  submit: '.save-or-cancel button.create, .submit-panel button.create',
};

/** The field of the panel that is open, whatever it writes. */
export function findFields(doc: Document): HTMLElement[] {
  return [...doc.querySelectorAll<HTMLElement>(boxSelectors.panel)].flatMap((panel) =>
    [...panel.querySelectorAll<HTMLElement>(boxSelectors.box)].filter((box) =>
      box.matches(boxSelectors.editable),
    ),
  );
}

/**
 * The post among `posts` that the panel's heading names by its address. A reply to the topic answers its first post;
 * a panel that was opened on another topic stays open and answers nothing here.
 */
export function findAnswered(editable: Element, posts: Element[], url: URL): Element | null {
  const panel = editable.closest(boxSelectors.panel);
  const heading = panel?.querySelector(boxSelectors.heading);
  const isField = editable.matches(boxSelectors.box) && editable.matches(boxSelectors.editable);
  if (!isField || !heading || heading.querySelector(boxSelectors.edited)) return null;
  const link =
    heading.querySelector(boxSelectors.answered) ?? heading.querySelector(boxSelectors.topic);
  const answered = toTopicPlace(link?.getAttribute('href'), url);
  if (!answered) return null;
  return (
    posts.find((post) => {
      const place = findPlace(post, url);
      return place?.topic === answered.topic && place.number === answered.number;
    }) ?? null
  );
}

export function findCreate(box: Element): HTMLElement | null {
  return box.closest(boxSelectors.panel)?.querySelector<HTMLElement>(boxSelectors.submit) ?? null;
}
