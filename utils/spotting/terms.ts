import type { Brand } from '#utils/model/brand.ts';
import { toFolded } from './fold.ts';

/**
 * How a term is looked for.
 * `name`: whole words, also as a tag · `joined`: the tag of a name of several words (`#AcmeKettle`) ·
 * `handle`: `@acmecare`, `u/acmecare` · `handleTag`: `#acmecare` · `domain`: `acme.example` and all below it ·
 * `excluded`, `context`: words that decide about names.
 */
export type TermKind =
  'name' | 'joined' | 'handle' | 'handleTag' | 'domain' | 'excluded' | 'context';

/** One thing to look for. */
export interface Term {
  /** Index in the list of brands. */
  brand: number;
  kind: TermKind;
  /** What stands in folded text. */
  pattern: string;
  /** Places of the pattern where folding made a space of `-` or `_`, and what must stand there after all. */
  exact: { at: number; run: string }[];
  /** The name holds one of the brand's context words, so it is never ambiguous. */
  hasContext: boolean;
}

const separatorRun = /[_-]+/g;

/** All terms of all brands; those that fold to nothing are left out. */
export function toTerms(brands: readonly Brand[]): Term[] {
  return brands.flatMap((brand, index) => toBrandTerms(brand, index));
}

function toBrandTerms(brand: Brand, index: number): Term[] {
  const terms: Term[] = [];
  const add = (kind: TermKind, pattern: string, written = '', hasContext = false) => {
    if (!/[\p{L}\p{N}\p{S}]/u.test(pattern)) return;
    const exact = [...written.matchAll(separatorRun)].map((found) => ({
      at: toFolded(written.slice(0, found.index)).length,
      run: found[0],
    }));
    terms.push({ brand: index, kind, pattern, exact, hasContext });
  };

  const contexts = unique(brand.contextWords.map(toWords));
  for (const name of unique([brand.name, ...brand.names].map(toWords))) {
    const hasContext = contexts.some((word) => ` ${name} `.includes(` ${word} `));
    add('name', name, '', hasContext);
    if (name.includes(' ')) add('joined', `#${name.replaceAll(' ', '')}`, '', hasContext);
  }
  for (const handle of unique(brand.handles.map((one) => one.trim().replace(/^@/, '')))) {
    for (const prefix of ['@', 'u/']) add('handle', toFolded(prefix + handle), prefix + handle);
    add('handleTag', toFolded(`#${handle}`), `#${handle}`);
  }
  for (const domain of unique(brand.domains.map(toHost))) {
    add('domain', toFolded(domain), domain);
    const spoken = domain.replaceAll('.', ' dot ');
    if (spoken !== domain) add('domain', toFolded(spoken), spoken);
  }
  for (const word of unique(brand.excludedWords.map(toWords))) add('excluded', word);
  for (const word of contexts) add('context', word);
  return terms;
}

function toWords(term: string): string {
  return toFolded(term).trim();
}

/** `https://www.acme.example/shop` → `acme.example`: what people paste is not always a bare domain. */
function toHost(domain: string): string {
  return domain
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/s, '')
    .replace(/^\.+|\.+$/g, '');
}

function unique(terms: readonly string[]): string[] {
  return [...new Set(terms)].filter((term) => term !== '');
}
