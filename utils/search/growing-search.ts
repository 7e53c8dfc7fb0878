/** Finds things by what a person types of their words, with a letter wrong or missing, while they come and go. */
import MiniSearch from 'minisearch';
import { toWords } from '#utils/text/tokenize.ts';

/** From this many letters on one may be wrong, and in longer words one in five. */
const FUZZY_FROM = 4;
const FUZZY_SHARE = 0.2;

/** What of a thing is searched. */
export interface Searchable<T, Field extends string> {
  fields: readonly Field[];
  toField(item: T, field: Field): string;
  /** Fields that count more than once. */
  boost?: Partial<Record<Field, number>>;
  /** Things that come before others that fit as well. */
  boostOf?(item: T): number;
}

export interface Search<T> {
  /** Those with all the words of a query, the best first; null where it has no words. */
  find(query: string): T[] | null;
}

/** A search whose things come and go. */
export interface GrowingSearch<T> extends Search<T> {
  /**
   * Makes these its things. Only what is not as it was is read, in steps of a millisecond or less: whoever runs it decides
   * when to go on, and what was read until then can be found.
   */
  change(items: Iterable<T>): Generator<undefined, void>;
}

/** A search that has nothing yet. */
export function createGrowingSearch<T extends { id: string }, Field extends string>({
  fields,
  toField,
  boost = {},
  boostOf = () => 1,
}: Searchable<T, Field>): GrowingSearch<T> {
  const byId = new Map<string, T>();
  const search = new MiniSearch<T>({
    fields: [...fields],
    extractField: (item, field) => (field === 'id' ? item.id : toField(item, field as Field)),
    tokenize: toWords,
    processTerm: (term) => term,
    searchOptions: {
      boost: boost as Record<string, number>,
      prefix: true,
      fuzzy: (term) =>
        term.length < FUZZY_FROM ? false : Math.max(1, Math.round(term.length * FUZZY_SHARE)),
      // A name of the whole word is meant before one that only begins or sounds like it.
      weights: { prefix: 0.6, fuzzy: 0.3 },
      combineWith: 'AND',
      boostDocument(id) {
        const item = byId.get(String(id));
        return item ? boostOf(item) : 1;
      },
    },
  });
  const isRewritten = (one: T, other: T) =>
    one !== other && fields.some((field) => toField(one, field) !== toField(other, field));
  return {
    *change(items) {
      const gone = new Set(byId.keys());
      for (const item of items) {
        gone.delete(item.id);
        const known = byId.get(item.id);
        byId.set(item.id, item);
        if (!known) search.add(item);
        else if (isRewritten(known, item)) search.replace(item);
        else continue;
        yield;
      }
      for (const id of gone) {
        byId.delete(id);
        search.discard(id);
        yield;
      }
    },
    find(query) {
      if (toWords(query).length === 0) return null;
      return search.search(query).flatMap(({ id }) => byId.get(String(id)) ?? []);
    },
  };
}
