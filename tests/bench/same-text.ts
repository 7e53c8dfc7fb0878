/**
 * How well near copies of recent replies are told from different replies, and how many real replies each check on
 * drafts would mark: `node tests/bench/same-text.ts`. Prints figures only, never a text of the data.
 *
 * "Different" is judged by chrF without names, handles and signatures, which the check itself does not use: a reply is
 * different below a bar when none of the recent ones reaches it. Brands do repeat themselves, so several bars stand
 * side by side, with the share of real replies that are copies in truth.
 */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { checkDraft } from '#utils/checks/check-draft.ts';
import { CHECK_IDS, type DraftContext } from '#utils/checks/draft-check.ts';
import { preparePeople } from '#utils/checks/other-customer.ts';
import { prepareReplies, SAME_FROM, toLikeness } from '#utils/checks/same-text.ts';
import { toTemplate } from '#utils/replies/to-template.ts';
import { keep, printTable, timeOf } from './measure.ts';
import { createRandom, DATA_FOLDER, readPairs, shuffle, type Pair } from './reply-pairs.ts';
import { chrF, toCharacterGrams } from './text-metrics.ts';

const SEEDS = [1, 2, 3];
const RECENT = 500;
const DRAFTS = 100;
const COPIES = 400;
const MARKED = 1_000;
// A brand with fewer replies gives no recent ones to compare with.
const PAIRS_MIN = 1_000;
const BARS = [40, 50, 60, 70];
const GOAL = 0.95;
// A threshold is chosen with something to spare over the goal, as the held-out brand will differ.
const CHOSEN_RECALL = 0.985;
const THRESHOLDS = Array.from({ length: 41 }, (_, step) => 0.5 + step / 100);

const percent = (share: number) => (100 * share).toFixed(1);
const shareOf = <T>(items: readonly T[], test: (item: T) => boolean) =>
  items.filter(test).length / Math.max(1, items.length);

type Random = () => number;
const pick = <T>(items: readonly T[], random: Random) => items[Math.floor(random() * items.length)];

const GREETINGS = [
  'Hi {}!',
  'Hello {},',
  'Hey {},',
  'Dear {},',
  'Hi there {}!',
  'Good morning {},',
];
const NAMES = ['Ada', 'Ben', 'Chloe', 'Dmitri', 'Elena', 'Farid', 'Grace', 'Hiro'];
const SIGNATURES = ['*AB', '^CD', '/EF', '- Gia', '*HJK'];
const LINKS = [
  'https://acme.example/help',
  'https://t.example/a1B2',
  'https://acme.example/x?id=7',
];
const EMOJI = ['🙂', '👍', '✨', '🙏', '❤️'];

/** What people do to a text that they paste once more; `words` are words of other replies. */
const EDITS: Record<string, (text: string, random: Random, words: readonly string[]) => string> = {
  greeting: (text, random) =>
    `${(pick(GREETINGS, random) ?? '').replace('{}', pick(NAMES, random) ?? '')} ${text.replace(/^(?:(?:@|__)\S+\s*)+/u, '')}`,
  handle: (text, random) => `@${pick(NAMES, random)}_${Math.floor(random() * 100)} ${text}`,
  signature: (text, random) =>
    `${text.replace(/\s*[*^~/]\s?\p{L}{1,12}\s*$/u, '')} ${pick(SIGNATURES, random)}`,
  link: (text, random) => `${text.replace(/\s*https?:\S+/gu, '')} ${pick(LINKS, random)}`,
  word: (text, random, words) => {
    const parts = text.split(' ');
    const at = 1 + Math.floor(random() * Math.max(1, parts.length - 1));
    parts[at] = pick(words, random) ?? '';
    return parts.join(' ');
  },
  order: (text) => {
    const sentences = text.match(/\S.*?(?:[.!?](?=\s|$)|$)/gsu) ?? [text];
    return [...sentences.slice(1), ...sentences.slice(0, 1)].join(' ');
  },
  emoji: (text, random) => `${text} ${pick(EMOJI, random)}`,
  casing: (text, random) => (random() < 0.5 ? text.toUpperCase() : text.toLowerCase()),
};

function toCopies(replies: readonly string[], seed: number) {
  const random: Random = createRandom(seed);
  const words = replies.flatMap((reply) => reply.match(/\p{L}{3,}/gu) ?? []);
  const kinds = Object.keys(EDITS);
  return replies.slice(0, COPIES).flatMap((reply) => {
    const recent = prepareReplies([{ threadId: '1', text: reply, at: 0 }]);
    const likeness = (text: string) => toLikeness(text, recent)[0] ?? 0;
    const edit = (text: string, kind: string) => EDITS[kind]?.(text, random, words) ?? text;
    const isShort = likeness(reply) === 0;
    const single = kinds.map((kind) => ({ kind, likeness: likeness(edit(reply, kind)), isShort }));
    const several = shuffle(kinds, Math.floor(random() * 1e9))
      .slice(0, 3)
      .reduce(edit, reply);
    return [...single, { kind: 'three at once', likeness: likeness(several), isShort }];
  });
}

/** For each real reply: the likeness that the check sees, and the nearest recent reply by the other measure. */
function toRealReplies(replies: readonly string[]) {
  const recent = replies.slice(0, RECENT);
  const prepared = prepareReplies(recent.map((text, at) => ({ threadId: `${at}`, text, at })));
  const toGrams = (text: string) => toCharacterGrams(toTemplate(text, () => false).toLowerCase());
  const grams = recent.map(toGrams);
  return replies.slice(RECENT, RECENT + DRAFTS).map((text) => {
    const own = toGrams(text);
    return {
      likeness: Math.max(...toLikeness(text, prepared)),
      nearest: Math.max(...grams.map((other) => chrF(own, other))),
    };
  });
}

function measure(pairs: readonly Pair[], brand: string) {
  const perSeed = SEEDS.map((seed) => {
    const own = pairs.filter((pair) => pair.brand === brand).map((pair) => pair.reply);
    const replies = shuffle(own, seed);
    return { copies: toCopies(replies, seed), real: toRealReplies(replies) };
  });
  return {
    brand,
    copies: perSeed.flatMap((one) => one.copies),
    real: perSeed.flatMap((one) => one.real),
    perSeed,
  };
}

type Measured = ReturnType<typeof measure>;

const toRecall = (copies: Measured['copies'], threshold: number) =>
  shareOf(
    copies.filter((copy) => !copy.isShort),
    (copy) => copy.likeness >= threshold,
  );

const toFalse = (real: Measured['real'], bar: number, threshold: number) =>
  shareOf(
    real.filter((reply) => reply.nearest < bar),
    (reply) => reply.likeness >= threshold,
  );

/** The highest threshold that still finds enough of the copies of these brands. */
const choose = (others: readonly Measured[]) =>
  THRESHOLDS.findLast((threshold) =>
    others.every((other) => toRecall(other.copies, threshold) >= CHOSEN_RECALL),
  ) ?? 0.5;

function printCopies(measured: readonly Measured[]): void {
  const rows = measured.flatMap((one) => {
    const held = choose(measured.filter((other) => other !== one));
    return [
      ['left out', held],
      ['shipped', SAME_FROM],
    ].map(([how, threshold]) => {
      const at = Number(threshold);
      const spread = one.perSeed.map(({ copies }) => percent(toRecall(copies, at))).join(' ');
      return {
        brand: one.brand,
        chosen: String(how),
        threshold: at.toFixed(2),
        'copies warned %': percent(toRecall(one.copies, at)),
        'per seed': spread,
        'too short %': percent(shareOf(one.copies, (copy) => copy.isShort)),
        'with short ones %': percent(shareOf(one.copies, (copy) => copy.likeness >= at)),
        'real warned %': percent(shareOf(one.real, (reply) => reply.likeness >= at)),
        ...Object.fromEntries(
          BARS.map((bar) => [`false %, chrF<${bar}`, percent(toFalse(one.real, bar, at))]),
        ),
      };
    });
  });
  printTable(rows);
  const kinds = [...new Set(measured.flatMap((one) => one.copies.map((copy) => copy.kind)))];
  printTable(
    kinds.map((kind) => ({
      edit: kind,
      ...Object.fromEntries(
        measured.map((one) => [
          one.brand,
          percent(
            toRecall(
              one.copies.filter((copy) => copy.kind === kind),
              SAME_FROM,
            ),
          ),
        ]),
      ),
    })),
  );
  printTable(
    BARS.map((bar) => ({
      'real replies with a recent one at or over': `chrF ${bar}`,
      ...Object.fromEntries(
        measured.map((one) => [
          one.brand,
          percent(shareOf(one.real, (reply) => reply.nearest >= bar)),
        ]),
      ),
    })),
  );
}

function toContext(pair: Pair | null, brand: string, recent: readonly string[]): DraftContext {
  return {
    now: 0,
    length: null,
    post: pair && { text: pair.customer, handle: 'ada_example' },
    threadId: null,
    ours: [brand],
    publicContacts: [],
    recent: prepareReplies(recent.map((text, at) => ({ threadId: `${at}`, text, at: 0 }))),
    people: preparePeople([]),
    // All posts and replies of the data are English.
    languageOf: () => 'en',
    dismissed: new Set(),
  };
}

/** Share of real replies to real posts that each check marks. Whether the mark is right is for people to judge. */
function printMarks(pairs: readonly Pair[], brands: readonly string[]): void {
  const shares = brands.map((brand) => {
    const own = shuffle(
      pairs.filter((pair) => pair.brand === brand),
      1,
    ).slice(0, MARKED);
    const base = toContext(null, brand, []);
    const marks = own.map((pair) => {
      const context = { ...base, post: { text: pair.customer, handle: 'ada_example' } };
      return new Set(checkDraft(pair.reply, context).map((check) => check.id));
    });
    return { brand, marks };
  });
  printTable(
    CHECK_IDS.map((id) => ({
      'marks, % of real replies': id,
      ...Object.fromEntries(
        shares.map(({ brand, marks }) => [brand, percent(shareOf(marks, (one) => one.has(id)))]),
      ),
    })),
  );
}

/** Posts that people labeled happy or unhappy, answered with an apology or a cheer. */
function printMood(): void {
  const csv = readFileSync(new URL('airline_Tweets.csv', DATA_FOLDER), 'utf8');
  const { data: rows } = Papa.parse<{ airline_sentiment?: string; text?: string }>(csv, {
    header: true,
  });
  const share = (label: string, draft: string) => {
    const posts = shuffle(
      rows.filter((row) => row.airline_sentiment === label),
      1,
    ).slice(0, MARKED);
    const context = toContext(null, 'Acme', []);
    return percent(
      shareOf(posts, ({ text = '' }) =>
        checkDraft(draft, { ...context, post: { text, handle: 'ada_example' } }).some(
          (check) => check.id === 'mood',
        ),
      ),
    );
  };
  const [apology, cheer] = ['We are sorry about this.', 'So glad to hear that!'];
  printTable(
    ['positive', 'neutral', 'negative'].map((label) => ({
      'mood, % marked; people labeled': label,
      apology: share(label, apology ?? ''),
      cheer: share(label, cheer ?? ''),
    })),
  );
}

function printTime(pairs: readonly Pair[]): void {
  const replies = shuffle(pairs, 1).map((pair) => pair.reply);
  const context = toContext(pairs[0] ?? null, 'Acme', replies.slice(0, RECENT));
  const draft = replies
    .slice(RECENT, RECENT + 10)
    .join(' ')
    .slice(0, 500);
  const call = timeOf(() => checkDraft(draft, context));
  const prepare = timeOf(() => toContext(null, 'Acme', replies.slice(0, RECENT)));
  process.stdout.write(
    `One call, ${draft.length} characters, ${RECENT} recent replies: ${call.toFixed(2)} ms; making them ready: ${prepare.toFixed(0)} ms\n`,
  );
}

const pairs = readPairs();
if (!pairs) {
  process.stdout.write('../shared/data is not there: nothing measured.\n');
} else {
  const brands = [...new Set(pairs.map((pair) => pair.brand))].filter(
    (brand) => pairs.filter((pair) => pair.brand === brand).length >= PAIRS_MIN,
  );
  const measured = brands.map((brand) => measure(pairs, brand));
  process.stdout.write(`Goals: copies warned >= ${percent(GOAL)} %, false <= 3 %.\n\n`);
  printCopies(measured);
  printMarks(pairs, brands);
  printMood();
  printTime(pairs);
  keep('same-text', measured);
}
