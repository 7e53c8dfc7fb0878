import type { People } from './people.ts';
import type { Placeholders } from './placeholders.ts';

interface IdParts {
  isKnown(word: string): boolean;
  placeholders: Placeholders;
  people: People;
}

export interface IdRules {
  /** Names of structure (classes, test ids): as they are, but for people and long numbers. */
  toName(value: string): string;
  /** Ids in the page: words that structure does not have are replaced, numbers keep their shape. */
  toId(value: string): string;
  /** Values of other attributes and of addresses. */
  toData(value: string): string;
}

const TOKEN = /[\p{L}\p{M}\p{N}]+/gu;

/** How names and ids are written in this page. */
export function toIdRules({ isKnown, placeholders, people }: IdParts): IdRules {
  // The longest first: one handle may begin with another.
  const handles = [...people.handles].sort((one, other) => other.length - one.length);
  const own = new Set([...people.names.keys()].flatMap((name) => name.toLowerCase().split(' ')));

  const replacePeople = (value: string, replaceRest: (rest: string) => string): string => {
    const handle = handles.find((one) => one.length > 2 && value.includes(one));
    if (handle === undefined) return replaceRest(value);
    const parts = value.split(handle).map((part) => replacePeople(part, replaceRest));
    return parts.join(placeholders.handle(handle));
  };

  const toToken = (token: string): string => {
    if (/^\p{N}+$/u.test(token)) return placeholders.number(token);
    const words = token.match(/\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+|[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
    const isMade = words.every((word) => /^\p{N}{1,2}$/u.test(word) || isKnown(word));
    if (isMade || token.length === 1) return token;
    if (/\p{N}/u.test(token) || isMixed(token)) return placeholders.id(token);
    return placeholders.word(token);
  };

  return {
    toName: (value) =>
      replacePeople(value, (rest) =>
        rest.replace(TOKEN, (token) => {
          if (/^\p{N}{5,}$/u.test(token)) return placeholders.number(token);
          const isPerson = own.has(token.toLowerCase()) && !isKnown(token);
          return isPerson ? placeholders.word(token) : token;
        }),
      ),
    toId: (value) => replacePeople(value, (rest) => rest.replace(TOKEN, toToken)),
    toData: (value) => replacePeople(value, (rest) => rest.replace(TOKEN, toToken)),
  };
}

/** Letters as no word has them, as in ids of base 64. */
function isMixed(token: string): boolean {
  return /^[A-Za-z]{8,}$/u.test(token) && /[a-z][A-Z]{2}|[A-Z]{2}[a-z]+[A-Z]/u.test(token);
}
