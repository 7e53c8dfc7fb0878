/** Takes out of a page what shows no structure: scripts, styles, tracking, secrets, drawings. */
import { mapElements, walkElements } from './page-tree.ts';
import type { PageElement } from './page-tree.ts';

const NO_STRUCTURE =
  /^(?:script|style|noscript|template|object|embed|canvas|video|audio|source|track|param|map|area|portal)$/u;
const EMPTIED = /^(?:svg|iframe|math|picture)$/u;
const KEPT = new Set(
  `id class role type name for slot dir lang hidden rel itemprop itemscope itemtype itemid property typeof contenteditable
  datetime href src alt title placeholder value content action label summary open component colspan headers charset`.split(
    /\s+/u,
  ),
);
const NEVER =
  /^(?:on|style$|srcset$|sizes$|nonce$|integrity$|crossorigin$|ping$|srcdoc$|tabindex$)/iu;
const TRACKING =
  /(?:track|analytic|telemetry|impression|gtm|beacon|(?:^|-)ga(?:-|$)|(?:^|-)ved$|click-?id|experiment|ad-?slot)/iu;
const SECRET =
  /token|csrf|xsrf|auth(?!or)|secret|session|nonce|hmac|password|signature|captcha|fb_dtsg/iu;
/** Longer values are states of scripts. */
const VALUE_MAX = 300;

/** A page without what shows nothing of how it is built. `isKnown`: an attribute that the site's adapter reads. */
export function strip(page: PageElement, isKnown: (attribute: string) => boolean): PageElement {
  const stripped = mapElements(page, (element) =>
    isDropped(element) ? null : toPlain(element, isKnown),
  );
  return stripped ?? { name: 'html', attributes: {}, children: [] };
}

/** Scripts that hold data, which an adapter may read: told to people, as they are left out. */
export function findDataScripts(page: PageElement): string[] {
  return [...walkElements(page)]
    .filter(({ name, attributes }) => name === 'script' && /json/iu.test(attributes['type'] ?? ''))
    .map(({ attributes }) => attributes['id'] ?? attributes['type'] ?? 'json');
}

function isDropped({ name, attributes }: PageElement): boolean {
  if (NO_STRUCTURE.test(name)) return true;
  if (name === 'link') return attributes['rel'] !== 'canonical';
  if (name === 'meta') return attributes['name']?.toLowerCase() !== 'generator';
  return name === 'input' && SECRET.test(`${attributes['name']} ${attributes['id']}`);
}

function toPlain(element: PageElement, isKnown: (attribute: string) => boolean): PageElement {
  const { name, children, shadow } = element;
  const attributes = Object.fromEntries(
    Object.entries(element.attributes)
      .filter(([key, value]) => isKept(key, value, name, isKnown) && !isTyped(element, key))
      // Whole states of an application, which only say that they are there.
      .map(([key, value]) => [key, /^\s*[[{]/u.test(value) ? '{}' : value]),
  );
  const isHidden = /display:\s*none/iu.test(element.attributes['style'] ?? '');
  if (isHidden) attributes['style'] = 'display: none';
  return {
    name,
    attributes,
    children: EMPTIED.test(name) ? children.filter(isPicture) : children,
    ...(shadow && { shadow }),
  };
}

function isKept(
  key: string,
  value: string,
  name: string,
  isKnown: (attribute: string) => boolean,
): boolean {
  if (NEVER.test(key) || TRACKING.test(key) || SECRET.test(key)) return false;
  if (value.length > VALUE_MAX && key !== 'class' && !/^\s*[[{]/u.test(value)) return false;
  // Names that a serializer would have to guess at.
  if (!/^[a-z][\w:.-]*$/iu.test(key)) return false;
  return KEPT.has(key) || /^(?:data|aria)-/u.test(key) || name.includes('-') || isKnown(key);
}

/** What a person has typed or is given in secret; ids in hidden fields and labels of buttons stay. */
function isTyped({ name, attributes }: PageElement, key: string): boolean {
  if (name !== 'input' || key !== 'value') return false;
  const value = attributes['value'] ?? '';
  if (/^(?:submit|button|reset)$/iu.test(attributes['type'] ?? '')) return false;
  return attributes['type'] !== 'hidden' || !/^[\w-]{1,24}$/u.test(value) || !/\d/u.test(value);
}

function isPicture(node: PageElement['children'][number]): boolean {
  return typeof node !== 'string' && node.name === 'img';
}
