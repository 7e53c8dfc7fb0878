/** Finds who is named in a page: by links to people, by marks of authors, by `@`. */
import { ownText, walkElements } from './page-tree.ts';
import type { PageElement } from './page-tree.ts';

export interface People {
  /** As they are written, without `@`. */
  handles: ReadonlySet<string>;
  /** A name as it is shown → the handle, or the name itself where none is known. */
  names: ReadonlyMap<string, string>;
}

const PLACE =
  /(?:\/(?:u|users?|members?|profiles?|people|authors?|in|channel)\/(?:\d+\/)?|\/[@~]|[?&](?:u|uid|user|username|author)=)(?<handle>[^/?#&]+)/u;
const PERSON =
  /(?:author|user-?_?name|user-?link|display-?_?name|full-?_?name|nick|hnuser|screen-?_?name|byline|poster)/iu;
const HANDLE_ATTRIBUTE =
  /(?:author|user|username|user-name|user-card|screen-name|handle|nick|permalink-user)$/iu;
const MENTION =
  /(?<![\p{L}\p{N}.])@(?<handle>[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\w.-]+\w)?)/gu;
const NAME_MAX = 40;

/** The people of a page. `isKnown`: words that are structure and nobody's handle. */
export function findPeople(page: PageElement, isKnown: (word: string) => boolean): People {
  const handles = new Set<string>();
  const names = new Map<string, string>();
  const addHandle = (handle: string) => {
    if (handle !== '' && handle.length <= 80 && !/^\d{1,2}$/u.test(handle) && !isKnown(handle)) {
      handles.add(handle);
    }
  };
  const addName = (text: string, handle: string) => {
    const name = text.replace(/\s+/gu, ' ').trim();
    const isName = name !== '' && name.length <= NAME_MAX && name.split(' ').length <= 4;
    if (isName && /\p{L}{2}/u.test(name) && !names.has(name) && !isKnown(name)) {
      names.set(name, handle);
    }
  };

  for (const element of walkElements(page)) {
    const { attributes } = element;
    const handle = toHandle(attributes['href'] ?? '');
    if (handle !== null) {
      addHandle(handle);
      for (const part of walkElements(element)) addPart(ownText(part), handle);
    }
    const marks = `${attributes['class']} ${attributes['itemprop']} ${attributes['data-testid']} ${attributes['rel']}`;
    if (PERSON.test(marks)) addPart(ownText(element), ownText(element).trim());
    for (const [key, value] of Object.entries(attributes)) {
      if (
        HANDLE_ATTRIBUTE.test(key) &&
        key !== 'href' &&
        /^@?[\p{L}\p{N}_.-]{2,60}$/u.test(value)
      ) {
        addHandle(value.replace(/^@/u, ''));
      }
      if (/^(?:alt|title|aria-label)$/u.test(key)) addMentions(value);
    }
    addMentions(ownText(element));
  }
  return { handles, names };

  function addPart(text: string, handle: string): void {
    const plain = text.trim().replace(/^@/u, '');
    if (plain.toLowerCase() !== handle.toLowerCase()) addName(text, handle);
    else if (!/\s/u.test(plain)) addHandle(plain);
  }

  function addMentions(text: string): void {
    for (const { groups } of text.matchAll(MENTION)) addHandle(groups?.['handle'] ?? '');
  }
}

function toHandle(href: string): string | null {
  const handle = PLACE.exec(href)?.groups?.['handle'];
  if (handle === undefined) return null;
  try {
    return decodeURIComponent(handle).replace(/^@/u, '');
  } catch {
    return handle;
  }
}
