/**
 * Whether posts that are grouped as a theme are about the same, and how long that takes: `npm run bench:replies`, or this
 * file alone. Prints figures only, never a text of the data.
 */
import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { themeSteps } from '#utils/themes/find-themes.ts';
import type { Theme, ThemePost, Themes } from '#utils/themes/theme.ts';
import { keep, median, printTable } from './measure.ts';
import { createRandom, DATA_FOLDER, readPairs, shuffle } from './reply-pairs.ts';

interface Labeled extends ThemePost {
  label: string | null;
}

const SHUFFLES = 20;
const RUNS = 3;
const SIZES = [1_000, 10_000, 100_000];
/** Tags of the data that say nothing. */
const NO_TAG = new Set(['UNK', '', 'url', 'OTHER']);

const pairs = readPairs();
const airlineFile = new URL('airline_Tweets.csv', DATA_FOLDER);
if (!pairs || !existsSync(airlineFile)) {
  process.stdout.write('themes: skipped, ../shared/data is not here\n');
  process.exit(0);
}

const toPost = (set: string, at: number, text: string, brandId: string): ThemePost => ({
  id: `${set}:${at}`,
  text,
  at,
  brandId,
  site: 'x',
});

const airlineRows = Papa.parse(readFileSync(airlineFile, 'utf8'), {
  header: true,
  skipEmptyLines: true,
}).data as { airline: string; text: string; airline_sentiment: string; negativereason: string }[];
const complaints: Labeled[] = airlineRows
  .filter((row) => row.airline_sentiment === 'negative')
  .map((row, at) => ({ ...toPost('air', at, row.text, row.airline), label: row.negativereason }));
const tagged: Labeled[] = pairs.map((pair, at) => {
  const { tag } = pair as typeof pair & { tag: string };
  return { ...toPost('pair', at, pair.customer, pair.brand), label: NO_TAG.has(tag) ? null : tag };
});

interface Timing {
  themes: Themes;
  /** All of it, the longest slice, and how many of the slices were above 16 ms; ms. */
  total: number;
  longest: number;
  long: number;
  slices: number;
}

function time(posts: readonly ThemePost[]): Timing {
  const steps = themeSteps(posts);
  const begin = performance.now();
  let before = begin;
  let [longest, long, slices] = [0, 0, 0];
  for (;;) {
    const step = steps.next();
    const now = performance.now();
    longest = Math.max(longest, now - before);
    if (now - before > 16) long += 1;
    slices += 1;
    before = now;
    if (step.done) return { themes: step.value, total: now - begin, longest, long, slices };
  }
}

/** The share of labeled posts whose label is the most frequent one of their theme. */
function toPurity(themes: readonly Theme[], labelOf: ReadonlyMap<string, string | null>) {
  let [right, labeled] = [0, 0];
  for (const { ids } of themes) {
    const counts = new Map<string, number>();
    for (const id of ids) {
      const label = labelOf.get(id);
      if (label) counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    labeled += [...counts.values()].reduce((sum, count) => sum + count, 0);
    right += Math.max(0, ...counts.values());
  }
  return { purity: labeled === 0 ? 0 : right / labeled, labeled };
}

function judge(name: string, posts: readonly Labeled[]) {
  const { themes } = time(posts);
  const labelOf = new Map(posts.map(({ id, label }) => [id, label]));
  const { purity, labeled } = toPurity(themes.themes, labelOf);
  // The same groups with the labels dealt out by chance: small groups are never quite impure.
  const inThemes = themes.themes.flatMap(({ ids }) => ids).filter((id) => labelOf.get(id));
  const labels = inThemes.map((id) => labelOf.get(id) ?? null);
  const byChance = Array.from({ length: SHUFFLES }, (_, seed) => {
    const dealt = shuffle(labels, seed + 1);
    return toPurity(themes.themes, new Map(inThemes.map((id, at) => [id, dealt[at] ?? null])))
      .purity;
  });
  const percent = (part: number) => (100 * part).toFixed(1);
  return {
    posts: name,
    count: posts.length,
    themes: themes.themes.length,
    'in themes %': percent(1 - themes.rest / Math.max(1, themes.posts)),
    labeled,
    'purity %': percent(purity),
    'by chance %': percent(median(byChance)),
  };
}

const brandsOf = (posts: readonly Labeled[]) =>
  [...new Set(posts.map(({ brandId }) => brandId))].sort();
const quality = [
  judge('complaints to six airlines, ten reasons', complaints),
  ...brandsOf(complaints).map((brand) =>
    judge(
      `  ${brand}`,
      complaints.filter(({ brandId }) => brandId === brand),
    ),
  ),
  judge('posts to three brands, their tags', tagged),
  ...brandsOf(tagged).map((brand) =>
    judge(
      `  ${brand}`,
      tagged.filter(({ brandId }) => brandId === brand),
    ),
  ),
];
printTable(quality);

/** Real posts as far as there are; beyond that, halves of two of them. */
function toMany(count: number): ThemePost[] {
  const all: ThemePost[] = shuffle([...complaints, ...tagged], 1);
  const random = createRandom(1);
  const any = () => all[Math.floor(random() * all.length)]?.text.split(' ') ?? [];
  return Array.from({ length: count }, (_, at) => {
    const post = all[at % all.length] ?? toPost('none', 0, '', '');
    if (at < all.length) return post;
    const [one, two] = [post.text.split(' '), any()];
    const text = [...one.slice(0, one.length / 2), ...two.slice(two.length / 2)].join(' ');
    return { ...post, id: `${post.id}:${at}`, text };
  });
}

const speed = SIZES.map((size) => {
  const posts = toMany(size);
  const runs = Array.from({ length: RUNS }, () => time(posts));
  const of = (pick: (run: Timing) => number) => median(runs.map(pick));
  return {
    posts: size,
    'all ms': Math.round(of(({ total }) => total)),
    slices: of(({ slices }) => slices),
    'above 16 ms': of(({ long }) => long),
    'longest ms': Math.round(of(({ longest }) => longest)),
    themes: of(({ themes }) => themes.themes.length),
  };
});
printTable(speed);
keep('themes', { quality, speed });
