/** Finds what people change in an entry, again and again in the same way, when they use it. */
import type { Contradiction, LibraryEntry } from '#utils/model/library.ts';
import { rangesOf, toSentences } from '#utils/text/sentences.ts';
import type { TextRange } from '#utils/text/sentences.ts';

const DAY_MS = 86_400_000;
/** What was sent since is what the team says now. */
const LATELY_DAYS = 90;
/** The newest replies, at most. */
const REPLIES_MAX = 2_000;
/** The most used entries, at most. */
const ENTRIES_MAX = 2_000;
/** From so many times on it is no slip. */
const TIMES = 3;
/** Words that two parts must share, and how long a part may be. */
const SHARED_MIN = 3;
const WORDS_MIN = 4;
const WORDS_MAX = 40;
const TEXT_MAX = 4_000;

interface Word extends TextRange {
  plain: string;
}

interface Part {
  words: Word[];
  /** The same for the same words, short forms or not. */
  key: string;
  text: string;
}

const LONG_FORMS: readonly [RegExp, string][] = [
  [/\bcan(?:['’]t|not)\b/gu, 'can not'],
  [/\bwon['’]t\b/gu, 'will not'],
  [/n['’]t\b/gu, ' not'],
  [/['’]re\b/gu, ' are'],
  [/['’]ve\b/gu, ' have'],
  [/['’]ll\b/gu, ' will'],
  [/['’]m\b/gu, ' am'],
  [/\b(it|that|what|here|there)['’]s\b/gu, '$1 is'],
];

/** Sentences, and what commas part in them: a greeting before it makes no other sentence of it. */
function toParts(text: string): Part[] {
  return toSentences(text.slice(0, TEXT_MAX)).flatMap(({ text: sentence, start }) =>
    rangesOf(sentence, /(?:[^,;]|[,;](?=\S))+/gu).flatMap((range) => {
      const piece = sentence.slice(range.start, range.end);
      const words = rangesOf(piece, /\S+/gu).flatMap((at): Word[] => {
        // Marks and emoji around a word are not what it says.
        const [bare] = /[\p{L}\p{N}{}$€£¥](?:.*[\p{L}\p{N}%€$£{}/])?/u.exec(
          piece.slice(at.start, at.end),
        ) ?? [''];
        const from = start + range.start + at.start + piece.slice(at.start, at.end).indexOf(bare);
        return bare === ''
          ? []
          : [{ plain: bare.toLowerCase(), start: from, end: from + bare.length }];
      });
      const [first] = words;
      const last = words.at(-1);
      if (!first || !last || words.length < WORDS_MIN || words.length > WORDS_MAX) return [];
      let key = words.map(({ plain }) => plain).join(' ');
      if (/['’]|cannot/u.test(key)) {
        for (const [short, long] of LONG_FORMS) key = key.replace(short, long);
      }
      return [{ words, key, text: text.slice(first.start, last.end) }];
    }),
  );
}

interface Said {
  part: Part;
  at: number[];
}

interface Best {
  part: Part;
  times: number;
  of: number;
}

/** Parts that were sent, by their first and by their last two words. */
class Lately {
  readonly #byKey = new Map<string, Said>();
  readonly #all = new Map<string, Set<Said>>();
  // Those that were said often enough to be told of: few, where the others can be thousands.
  readonly #often = new Map<string, Set<Said>>();

  // Many entries have the same sentences.
  readonly #best = new Map<string, Best | null>();

  add(part: Part, at: number) {
    const known = this.#byKey.get(part.key);
    if (!known) {
      const said = { part, at: [at] };
      this.#byKey.set(part.key, said);
      put(this.#all, said);
      return;
    }
    known.at.push(at);
    if (known.at.length === TIMES) put(this.#often, known);
  }

  /** What was most often sent since in the place of a part, with one run of other words; and how often the place came. */
  best(part: Part, since: number): Best | null {
    const place = `${since} ${part.key}`;
    const known = this.#best.get(place);
    if (known !== undefined) return known;
    const found = this.#findBest(part, since);
    this.#best.set(place, found);
    return found;
  }

  #findBest(part: Part, since: number): Best | null {
    const [best] = find(this.#often, part, since).toSorted((a, b) => b.times - a.times);
    if (!best || best.times < TIMES) return null;
    const same = countSince(this.#byKey.get(part.key)?.at ?? [], since);
    const of = find(this.#all, part, since).reduce((sum, { times }) => sum + times, same);
    return { ...best, of };
  }
}

function put(place: Map<string, Set<Said>>, said: Said) {
  for (const end of toEnds(said.part)) {
    const all = place.get(end);
    if (all) all.add(said);
    else place.set(end, new Set([said]));
  }
}

function find(place: ReadonlyMap<string, ReadonlySet<Said>>, part: Part, since: number) {
  const near = new Set(toEnds(part).flatMap((end) => [...(place.get(end) ?? [])]));
  return [...near].flatMap((said) => {
    const times = countSince(said.at, since);
    const isOther = said.part.key !== part.key && times > 0 && toRun(part, said.part) !== null;
    return isOther ? [{ part: said.part, times }] : [];
  });
}

const countSince = (all: readonly number[], since: number) =>
  all.reduce((count, at) => count + (at > since ? 1 : 0), 0);

// Of three words that are shared two stand side by side at one end.
function toEnds({ words }: Part): string[] {
  const plain = words.map((word) => word.plain);
  return [`< ${plain.slice(0, 2).join(' ')}`, `> ${plain.slice(-2).join(' ')}`];
}

/** Where two parts differ: words that both begin and end with; null when that is too little. */
function toRun(
  { words: one }: Part,
  { words: other }: Part,
): { head: number; tail: number } | null {
  const short = Math.min(one.length, other.length);
  let head = 0;
  while (head < short && one[head]?.plain === other[head]?.plain) head += 1;
  let tail = 0;
  while (tail < short - head && one.at(-1 - tail)?.plain === other.at(-1 - tail)?.plain) tail += 1;
  const shared = head + tail;
  return shared < SHARED_MIN || shared * 2 < Math.max(one.length, other.length)
    ? null
    : { head, tail };
}

/** A text of which one part says what another one says in its place; the rest stays letter by letter. */
function change(text: string, here: Part, lately: Part, latelyText: string): string {
  const { head, tail } = toRun(here, lately) ?? { head: 0, tail: 0 };
  const gone = here.words.slice(head, here.words.length - tail);
  const come = lately.words.slice(head, lately.words.length - tail);
  const run = come[0] ? latelyText.slice(come[0].start, come.at(-1)?.end) : '';
  const next = here.words[head];
  const [first] = gone;
  const last = gone.at(-1);
  if (first && last) {
    const [from, to] = [first.start, last.end];
    if (run !== '') return text.slice(0, from) + run + text.slice(to);
    // A space goes with what is taken out.
    return next && tail > 0
      ? text.slice(0, from) + text.slice(to).trimStart()
      : text.slice(0, from).trimEnd() + text.slice(to);
  }
  if (next) return `${text.slice(0, next.start)}${run} ${text.slice(next.start)}`;
  const end = here.words.at(-1)?.end ?? text.length;
  return `${text.slice(0, end)} ${run}${text.slice(end)}`;
}

/**
 * Entries that were used and in which most replies of late have, in one place, the same other words. Told from the
 * replies of the whole team that the library holds; which of them came from the entry is not stored. Where replies differ
 * among each other, as in order numbers, where another snippet says it, and by what was sent before the entry was last changed
 * or confirmed, nothing is contradicted. `now` in ms.
 */
export function findContradictions(
  entries: readonly LibraryEntry[],
  now: number,
): Map<string, Contradiction> {
  const found = new Map<string, Contradiction>();
  const used = entries.filter(
    ({ state, uses }) => state !== 'retired' && uses && uses.sent >= TIMES && uses.kept < uses.sent,
  );
  if (used.length === 0) return found;
  const mostUsed = used
    .toSorted((one, other) => (other.uses?.sent ?? 0) - (one.uses?.sent ?? 0))
    .slice(0, ENTRIES_MAX);
  const since = now - LATELY_DAYS * DAY_MS;
  const sent = entries
    .filter(({ kind, at }) => kind === 'reply' && at >= since)
    .toSorted((one, other) => other.at - one.at)
    .slice(0, REPLIES_MAX);
  const lately = new Lately();
  const texts = new Map<Part, string>();
  for (const { text, at } of sent) {
    for (const part of toParts(text)) {
      texts.set(part, text);
      lately.add(part, at);
    }
  }
  for (const { id, text, at, earlier, confirmedAt = 0 } of mostUsed) {
    const changed = Math.max(at, earlier?.[0]?.at ?? 0, confirmedAt, since - 1);
    for (const part of toParts(text)) {
      // What a variable becomes is another thing each time.
      if (found.has(id) || part.text.includes('{')) continue;
      const best = lately.best(part, changed);
      if (!best || best.times * 2 <= best.of) continue;
      found.set(id, {
        here: part.text,
        lately: best.part.text,
        times: best.times,
        of: best.of,
        text: change(text, part, best.part, texts.get(best.part) ?? best.part.text),
      });
    }
  }
  return withoutOthersWords(found, entries);
}

/** Leaves out what a snippet says on purpose: it is another answer, not a newer one. */
function withoutOthersWords(
  found: Map<string, Contradiction>,
  entries: readonly LibraryEntry[],
): Map<string, Contradiction> {
  if (found.size === 0) return found;
  const said = new Set(
    entries
      .filter(({ kind, state }) => kind === 'snippet' && state !== 'retired')
      .flatMap(({ text }) => toParts(text).map(({ key }) => key)),
  );
  return new Map(
    [...found].filter(([, { lately }]) => !toParts(lately).some(({ key }) => said.has(key))),
  );
}
