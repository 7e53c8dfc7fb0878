import { firstVisible } from '#utils/sites/dom/visibility.ts';
import { postSelectors, readPostNumber } from './parts.ts';

/** Saved page of 2023-11; comments: SE-AutoReviewComments, 2023. The rich editor is ProseMirror. */
export const boxSelectors = {
  answerForm: 'form.js-add-answer-component, form#post-form[action*="/answer/submit"]',
  answer: 'textarea#wmd-input, .ProseMirror[contenteditable="true"]',
  // Made when somebody wants to comment; its id ends in the number of the post.
  commentForm: 'form[id^="add-comment-"]',
  comment: 'textarea[name="comment"]',
  submit: '#submit-button, button[type="submit"], input[type="submit"]',
};

/** The box among those of this post that people see: of a comment before that of an answer. */
export function findBox(post: Element): HTMLElement | null {
  const doc = post.ownerDocument;
  const boxes = [...findCommentBoxes(doc), ...findAnswerBoxes(doc)];
  return firstVisible(boxes.filter((box) => findAnswered(box) === post));
}

/** The question that an answer is written to, or the post that a comment is written to. */
export function findAnswered(editable: Element): Element | null {
  const doc = editable.ownerDocument;
  const { answer, answerForm, comment, commentForm } = boxSelectors;
  if (editable.matches(comment)) {
    const number = /^add-comment-(\d+)$/u.exec(editable.closest(commentForm)?.id ?? '')?.[1];
    const posts = [...doc.querySelectorAll(postSelectors.post)];
    return posts.find((post) => number && readPostNumber(post) === number) ?? null;
  }
  const isAnswer = editable.matches(answer) && editable.closest(answerForm);
  return isAnswer ? doc.querySelector(postSelectors.question) : null;
}

export function findSend(box: Element): HTMLElement | null {
  return box.closest('form')?.querySelector<HTMLElement>(boxSelectors.submit) ?? null;
}

/** True while a comment is being written, or might be next. */
export function isCommenting(doc: Document): boolean {
  const isAnswering = doc.activeElement?.closest(boxSelectors.answerForm);
  return !isAnswering && firstVisible(findCommentBoxes(doc)) !== null;
}

function findCommentBoxes(doc: Document): HTMLElement[] {
  return [...doc.querySelectorAll(boxSelectors.commentForm)].flatMap((form) => [
    ...form.querySelectorAll<HTMLElement>(boxSelectors.comment),
  ]);
}

function findAnswerBoxes(doc: Document): HTMLElement[] {
  return [...doc.querySelectorAll(boxSelectors.answerForm)].flatMap((form) => [
    ...form.querySelectorAll<HTMLElement>(boxSelectors.answer),
  ]);
}
