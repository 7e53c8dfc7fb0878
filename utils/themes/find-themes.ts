import type { Intent } from '#utils/model/intents.ts';
import { toCenter, type Center } from './centers.ts';
import { cluster } from './cluster.ts';
import { nameTheme } from './name-theme.ts';
import { compare, orderPosts, readTerms, toNameStems } from './read-terms.ts';
import { finish, within, type Steps } from './steps.ts';
import { groupByTag } from './tag-groups.ts';
import type { Period, Share, Theme, ThemeOptions, ThemePost, Themes } from './theme.ts';
import { toExamples } from './examples.ts';
import { toThemeId } from './theme-id.ts';
import { toTrend } from './trend.ts';
import { toVectors, type Vectors } from './vectors.ts';

/** What customers ask and complain of. */
const ASKED: readonly Intent[] = ['question', 'complaint', 'buying'];
const MOST = 40;
/** More themes are begun than are told: many join. */
const SEEDS = 60;
/** A theme has this share of the posts, and three at least. */
const SHARE_MIN = 0.001;
const LEAST = 3;
/** Posts that are read to name a theme. */
const NAMED_BY = 200;
const CENTER_POSTS_MAX = 2_000;

/** All of it at once; some seconds for 100,000 posts. */
export function findThemes(posts: readonly ThemePost[], options: ThemeOptions = {}): Themes {
  return finish(themeSteps(posts, options));
}

/**
 * What customers keep asking or complaining of, in slices of a few milliseconds. The same posts give the same themes, in
 * whatever order they come.
 */
export function* themeSteps(
  posts: readonly ThemePost[],
  { period, intents = ASKED, ownNames = [], least, most = MOST }: ThemeOptions = {},
): Steps<Themes> {
  const isWanted = (post: ThemePost) => isAsked(post, intents) && isIn(post, period);
  const ordered = yield* within(orderPosts(posts, isWanted), 0, 0.05);
  const size = ordered.length;
  const enough = least ?? Math.max(LEAST, Math.ceil(SHARE_MIN * size));
  const termLeast = Math.max(2, Math.round(Math.sqrt(size) / 12));
  const terms = yield* within(readTerms(ordered, termLeast, toNameStems(ownNames)), 0.05, 0.5);
  const { numbers, count } = yield* within(numberBrands(ordered), 0.5, 0.5);
  const vectors = yield* within(toVectors(terms, numbers, count), 0.5, 0.6);
  const found = yield* within(cluster(vectors, terms, { least: enough, seeds: SEEDS }), 0.6, 0.9);

  const telling = createTelling({ posts: ordered, vectors, period });
  const labels = new Set<string>();
  const ids = new Set<string>();
  const themes: Theme[] = [];
  const inTheme = new Uint8Array(size);
  for (const { center, posts: members } of found.clusters.slice(0, most)) {
    const texts = members
      .toSorted((a, b) => (found.near[b] ?? 0) - (found.near[a] ?? 0) || a - b)
      .slice(0, NAMED_BY)
      .map((post) => ordered[post]?.text ?? '');
    const naming = nameTheme(center, terms.names, texts, (label) => labels.has(label));
    const name = yield* within(naming, 0.9, 0.9);
    if (name.words.length === 0 || labels.has(name.label)) continue;
    const stems = center.terms.map((term) => terms.names[term] ?? '');
    const id = toThemeId(stems, ids);
    labels.add(name.label);
    ids.add(id);
    for (const post of members) inTheme[post] = 1;
    themes.push(telling(members, center, { id, ...name }));
    yield 0.9;
  }
  const tags: Theme[] = [];
  for (const { tag, id, members } of yield* within(groupByTag(ordered), 0.9, 0.95)) {
    const center = toCenter(vectors, members.slice(0, CENTER_POSTS_MAX));
    const texts = members.slice(0, NAMED_BY).map((post) => ordered[post]?.text ?? '');
    const { words } = yield* within(nameTheme(center, terms.names, texts), 0.95, 0.95);
    tags.push(telling(members, center, { id, label: tag, words }));
    yield 0.95;
  }
  const isNow = (post: ThemePost) => !period || post.at >= period.from;
  const now = ordered.filter(isNow).length;
  const rest = ordered.filter((post, at) => isNow(post) && inTheme[at] === 0).length;
  return { themes: themes.sort(byCount), tags: tags.sort(byCount), posts: now, rest };
}

function isAsked({ intent }: ThemePost, intents: readonly Intent[]): boolean {
  return intent === undefined || intents.includes(intent);
}

/** Whether a post belongs to the period or to the one before it. */
function isIn({ at }: ThemePost, period: Period | undefined): boolean {
  if (!Number.isFinite(at)) return false;
  return !period || (at < period.until && at >= period.from - (period.until - period.from));
}

function* numberBrands(posts: readonly ThemePost[]): Steps<{ numbers: Int32Array; count: number }> {
  const brands = new Map<string, number>();
  const numbers = new Int32Array(posts.length);
  for (const [at, { brandId }] of posts.entries()) {
    const number = brands.get(brandId) ?? brands.size;
    brands.set(brandId, number);
    numbers[at] = number;
    if (at % 8_000 === 7_999) yield at / posts.length;
  }
  return { numbers, count: brands.size };
}

function byCount(a: Theme, b: Theme): number {
  const before = (b.trend?.before ?? 0) - (a.trend?.before ?? 0);
  return b.count - a.count || before || compare(a.id, b.id) || compare(a.label, b.label);
}

interface Known {
  posts: readonly ThemePost[];
  vectors: Vectors;
  period: Period | undefined;
}

/** Tells of posts what a theme holds. */
function createTelling({ posts, vectors, period }: Known) {
  const isNow = (post: ThemePost) => !period || post.at >= period.from;
  const all = { now: posts.filter(isNow).length, before: 0 };
  all.before = posts.length - all.now;
  return (
    members: readonly number[],
    center: Center,
    name: Pick<Theme, 'id' | 'label' | 'words'>,
  ): Theme => {
    const own = members.flatMap((post) => posts[post] ?? []);
    const now = own.filter(isNow);
    const intents: Partial<Record<Intent, number>> = {};
    for (const { intent } of now) if (intent) intents[intent] = (intents[intent] ?? 0) + 1;
    return {
      ...name,
      count: now.length,
      share: all.now === 0 ? 0 : now.length / all.now,
      trend: period ? toTrend(now.length, own.length - now.length, all) : null,
      intents,
      brands: toShares(now.map(({ brandId }) => brandId)),
      sites: toShares(now.map(({ site }) => site)),
      examples: toExamples(vectors, center, members, { posts, isNow }),
      ids: now.sort((a, b) => b.at - a.at || compare(a.id, b.id)).map(({ id }) => id),
    };
  };
}

function toShares(ids: readonly string[]): Share[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => ({ id, count }))
    .sort((a, b) => b.count - a.count || compare(a.id, b.id));
}
