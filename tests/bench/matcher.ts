/**
 * Brand matcher against other ways to the same answers: which of the team's names stand as whole words in a post,
 * whatever their case, accents, hyphens. Libraries get the text folded by the platform's own functions, and their
 * hits are checked for word boundaries, so that all answers are equal; "search only" leaves that folding out.
 *
 * `node tests/bench/matcher.ts`; BENCH_LIBS names a folder with other packages to compare.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { deepStrictEqual } from 'node:assert/strict';
import type { Brand } from '#utils/model/brand.ts';
import { createBrandMatcher } from '#utils/spotting/brand-matcher.ts';
import { createRandom, keep, printTable, timeOf } from './measure.ts';

interface Hit {
  pattern: string;
  start: number;
  end: number;
}
type Search = (text: string) => Iterable<Hit>;
type Contender = { name: string; build: (patterns: string[]) => Search };

const SIZES = [10, 100, 1_000, 10_000];
const POSTS = 500;
const random = createRandom(20_261_122);

// No "s": a plural counts for us, and would need a rule of its own in all the others.
const onsets = [
  'b',
  'c',
  'd',
  'f',
  'g',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  't',
  'v',
  'th',
  'st',
  'pr',
  'tr',
];
const nuclei = ['a', 'e', 'i', 'o', 'u', 'ea', 'io', 'ou'];
const codas = ['', '', 'n', 'r', 't', 'l', 'm', 'nd', 'ck'];
const pick = <Item>(list: readonly Item[]): Item => list[random(list.length)] as Item;
const syllable = () => pick(onsets) + pick(nuclei) + pick(codas);
const word = () => Array.from({ length: 1 + random(3) }, syllable).join('');

const vocabulary = Array.from({ length: 3_000 }, word);
const common = [
  'the',
  'a',
  'to',
  'and',
  'i',
  'it',
  'of',
  'my',
  'in',
  'for',
  'on',
  'not',
  'you',
  'that',
];

function toTermList(size: number): string[] {
  const terms = new Set<string>();
  while (terms.size < size) {
    const base = word() + syllable();
    terms.add(random(4) === 0 ? `${base} ${word()}` : base);
  }
  return [...terms];
}

function toPostText(terms: readonly string[]): string {
  const words = Array.from({ length: 45 }, () =>
    random(2) === 0 ? pick(common) : pick(vocabulary),
  );
  if (random(10) === 0)
    words[random(words.length)] = pick(terms).replace(/^./, (one) => one.toUpperCase());
  if (random(10) === 0)
    words[random(words.length)] = pick(['café', '😀', 'naïve', 'Ｗｏｗ', '“so”']);
  return `${words.join(' ').replace(/^./, (one) => one.toUpperCase())}.`;
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
}

const wordUnit = /[\p{L}\p{N}]/u;
function isWhole(text: string, { start, end }: Hit): boolean {
  return !wordUnit.test(text.charAt(start - 1)) && !wordUnit.test(text.charAt(end));
}

async function load(name: string): Promise<Record<string, unknown> | null> {
  try {
    const folder = process.env['BENCH_LIBS'];
    if (!folder) return (await import(name)) as Record<string, unknown>;
    const path = createRequire(`${folder}/package.json`).resolve(name);
    return (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  } catch {
    return null;
  }
}

function escape(pattern: string): string {
  return pattern.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function* searchRegExp(expression: RegExp, text: string): Generator<Hit> {
  for (const found of text.matchAll(expression)) {
    yield { pattern: found[0], start: found.index, end: found.index + found[0].length };
  }
}

async function findContenders(): Promise<Contender[]> {
  const contenders: Contender[] = [];
  type Modern = new (patterns: string[]) => { search(text: string): Hit[] };
  for (const name of ['modern-ahocorasick', 'modern-ahocorasick/fast']) {
    const Modern = (await load(name))?.['default'] as Modern | undefined;
    if (!Modern) continue;
    const build = (patterns: string[]) => {
      const matcher = new Modern(patterns);
      return (text: string) => matcher.search(text);
    };
    contenders.push({ name, build });
  }
  type Monyone = new (patterns: string[]) => {
    matchInText(text: string): { begin: number; end: number; keyword: string }[];
  };
  for (const name of ['@monyone/aho-corasick', '@monyone/aho-corasick/fast']) {
    const Monyone = (await load(name))?.['AhoCorasick'] as Monyone | undefined;
    if (!Monyone) continue;
    const build = (patterns: string[]) => {
      const matcher = new Monyone(patterns);
      return (text: string) =>
        matcher
          .matchInText(text)
          .map(({ begin, end, keyword }) => ({ pattern: keyword, start: begin, end }));
    };
    contenders.push({ name, build });
  }
  if (contenders.length === 0) process.stdout.write('No library is installed to compare with.\n');
  return [
    ...contenders,
    {
      name: 'one RegExp of all terms',
      build(patterns) {
        // Longest first, as an alternation takes the first that fits; a longer name hides those inside it.
        const all = patterns
          .toSorted((a, b) => b.length - a.length)
          .map(escape)
          .join('|');
        const expression = new RegExp(`(?<![\\p{L}\\p{N}])(?:${all})(?![\\p{L}\\p{N}])`, 'gu');
        return (text) => searchRegExp(expression, text);
      },
    },
    {
      name: 'one RegExp a term',
      build(patterns) {
        const list = patterns.map(
          (one) => new RegExp(`(?<![\\p{L}\\p{N}])${escape(one)}(?![\\p{L}\\p{N}])`, 'gu'),
        );
        return (text) => list.flatMap((expression) => [...searchRegExp(expression, text)]);
      },
    },
  ];
}

function toAnswer(search: Search, brandOf: ReadonlyMap<string, string>, text: string): string[] {
  const brands = new Set<string>();
  for (const hit of search(text)) {
    if (isWhole(text, hit)) brands.add(brandOf.get(hit.pattern) ?? '');
  }
  return [...brands].sort();
}

const contenders = await findContenders();
const figures: unknown[] = [];
for (const size of SIZES) {
  const terms = toTermList(size);
  const empty = { names: [], handles: [], domains: [], excludedWords: [], contextWords: [] };
  const brands: Brand[] = terms.map((name, index) => ({ ...empty, id: `${index}`, name }));
  const brandOf = new Map(terms.map((term, index) => [fold(term), `${index}`]));
  const posts = Array.from({ length: POSTS }, () => toPostText(terms));
  const folded = posts.map(fold);
  const units = posts.reduce((sum, post) => sum + post.length, 0);

  const matcher = createBrandMatcher(brands);
  const answers = posts.map((text) =>
    matcher
      .match({ text })
      .map((match) => match.brandId)
      .sort(),
  );
  const oursMs = timeOf(() => posts.map((text) => matcher.match({ text })));
  const buildMs = timeOf(() => createBrandMatcher(brands), 5, 20);
  const perHundred = (ms: number) => ((ms * 1_000) / (units / 100)).toFixed(3);
  const rows = [
    {
      [`${size} terms`]: 'Hearback',
      'µs per 100 chars': perHundred(oursMs),
      ratio: '1.0',
      'search only': '',
      'ratio ': '',
      'build ms': buildMs.toFixed(1),
    },
  ];
  figures.push({ size, name: 'Hearback', ms: oursMs, buildMs, units });
  for (const { name, build } of contenders) {
    if (name === 'one RegExp a term' && size > 1_000) continue;
    const search = build([...brandOf.keys()]);
    const isLeftmost = name === 'one RegExp of all terms';
    const found = posts.map((text) => toAnswer(search, brandOf, fold(text)));
    // An alternation cannot report a name inside another; it may miss those, and nothing else.
    if (isLeftmost) {
      const invented = found.map((one, at) => one.filter((id) => !answers[at]?.includes(id)));
      deepStrictEqual(invented.flat(), [], `${name} finds what is not there`);
    } else deepStrictEqual(found, answers, `${name} answers otherwise`);
    const ms = timeOf(() => posts.map((text) => toAnswer(search, brandOf, fold(text))));
    const searchMs = timeOf(() => folded.map((text) => toAnswer(search, brandOf, text)));
    const libraryBuildMs = timeOf(() => build([...brandOf.keys()]), 5, 20);
    rows.push({
      [`${size} terms`]: name,
      'µs per 100 chars': perHundred(ms),
      ratio: (ms / oursMs).toFixed(1),
      'search only': perHundred(searchMs),
      'ratio ': (searchMs / oursMs).toFixed(1),
      'build ms': libraryBuildMs.toFixed(1),
    });
    figures.push({ size, name, ms, searchMs, buildMs: libraryBuildMs, units });
  }
  printTable(rows);
}
keep('matcher', figures);
