/** Puts placeholders in the place of everything that people wrote, are called, or are known by. */
import { toIdRules } from './anonymize-ids.ts';
import { toLinkRules } from './anonymize-links.ts';
import { toTextRules } from './anonymize-text.ts';
import type { KnownWords } from './known-words.ts';
import { mapElements } from './page-tree.ts';
import type { PageElement } from './page-tree.ts';
import { findPeople } from './people.ts';
import { createPlaceholders } from './placeholders.ts';
import { createTimeShift } from './time-shift.ts';

export interface AnonymizeOptions {
  known: KnownWords;
  /** The page's own address. */
  url: URL;
  /** The host that stands for the page's own. */
  host: string;
}

const TEXTS =
  /^(?:alt|title|placeholder|label|summary|content|value|aria-(?:label|description|roledescription|valuetext|placeholder|braillelabel))$/u;
const LINKS = /(?:^|-)(?:href|src|action|url|permalink|link|poster|itemid|icon)$/u;
const NAMES =
  /^(?:class|role|type|rel|itemprop|property|typeof|dir|lang|slot|name|component|contenteditable|charset|data-(?:testid|test-id|test|qa|cy|e2e|hook))$/u;
const IDS = /^(?:id|for|headers|aria-(?:controls|labelledby|describedby|owns|activedescendant))$/u;
/** Numbers on a hidden field; the labels of buttons are texts. */
const isNumberValue = (value: string) => /^[\w-]*\d[\w-]*$/u.test(value);

/** The page with placeholders, and its address. */
export function anonymize(
  page: PageElement,
  { known, url, host }: AnonymizeOptions,
): { page: PageElement; address: string } {
  const isKnown = (word: string) => known.words.has(word.toLowerCase());
  const placeholders = createPlaceholders();
  const people = findPeople(page, isKnown);
  const ids = toIdRules({ isKnown, placeholders, people });
  const links = toLinkRules({ known, placeholders, people, ids, url, host });
  const texts = toTextRules({ phrases: known.phrases, placeholders, people });
  const times = createTimeShift(page);

  const toValue = (key: string, value: string): string => {
    if (value === '' || /^(?:true|false|\{\})$/u.test(value)) return value;
    const time = times.shift(key, value);
    if (time !== null) return time;
    if (key === 'itemtype') return /^https?:\/\/schema\.org\/\w+$/u.test(value) ? value : '';
    if (key === 'style') return value;
    if (NAMES.test(key)) return ids.toName(value);
    if (IDS.test(key)) return ids.toId(value);
    if (TEXTS.test(key)) {
      return key === 'value' && isNumberValue(value) ? ids.toData(value) : texts.toText(value);
    }
    if (LINKS.test(key) || /^(?:https?:)?\/\/|^\/\w/u.test(value)) return links.toLink(value);
    return people.names.has(value) ? texts.toText(value) : ids.toData(value);
  };

  const anonymous = mapElements(page, (element) => ({
    ...element,
    attributes: Object.fromEntries(
      Object.entries(element.attributes).map(([key, value]) => [
        key,
        isGenerator(element, key) ? value : toValue(key, value),
      ]),
    ),
    children: element.children.map((child) =>
      typeof child === 'string' ? texts.toText(child) : child,
    ),
    ...(element.shadow && {
      shadow: element.shadow.map((child) =>
        typeof child === 'string' ? texts.toText(child) : child,
      ),
    }),
  }));
  return { page: anonymous ?? page, address: links.toAddress(url) };
}

/** The software of a page, by which its adapter is told. */
function isGenerator({ name }: PageElement, key: string): boolean {
  return name === 'meta' && (key === 'name' || key === 'content');
}
