import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import { isOnHiddenScreen } from '#utils/sites/dom/visibility.ts';

/** What can be pointed at, in the order in which it is asked for. */
export const lessonParts = ['post', 'author', 'text', 'link', 'time', 'box'] as const;
export type LessonPart = (typeof lessonParts)[number];

/** Elements that somebody has pointed at. */
export type Pointed = Partial<Record<LessonPart, Element>>;

/** Selectors for them, by the names of a taught site. */
export type Lesson = Partial<Record<LessonPart, string>>;

/** What a page holds by a lesson. */
export interface LessonTrial {
  posts: Element[];
  /** Those with an author and a text. */
  whole: Element[];
}

/** What the page would show if this were saved, by the same rules as `generic/taught.ts`. */
export function tryLesson({ post, author, text }: Lesson, doc: Document): LessonTrial {
  if (post === undefined) return { posts: [], whole: [] };
  const posts = [...doc.querySelectorAll(post)].filter((one) => !isOnHiddenScreen(one));
  if (author === undefined || text === undefined) return { posts, whole: [] };
  const ownOf = (element: Element, css: string) =>
    [...element.querySelectorAll(css)].find((one) => one.closest(post) === element);
  const whole = posts.filter(
    (one) =>
      readLine(ownOf(one, author)) !== '' && readText(ownOf(one, text), { skip: post }) !== '',
  );
  return { posts, whole };
}

/** True for one by which posts can be read. */
export function isWholeLesson({ post, author, text }: Lesson): boolean {
  return post !== undefined && author !== undefined && text !== undefined;
}
