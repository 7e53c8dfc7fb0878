/**
 * Aho-Corasick over folded text, in typed arrays: a double-array trie (one add, one compare a step) with failure
 * links. Two things differ from the textbook, both because names are whole words:
 *
 * - A match begins at a word boundary or not at all. Failure links to suffixes that begin inside a word are left
 *   out when the automaton is built, and while nothing is under way the rest of a word is skipped.
 * - It is built from the sorted patterns, range by range, so no trie of objects is ever made.
 *
 * Ends of matches are not checked here: that needs the text (hit-rules.ts).
 */
import { foldSimply, NOTHING, SPACE, UNSURE, type FoldedText } from './fold.ts';
import { isBoundary, learnClass, unitClass, unitClasses } from './unit-class.ts';

/** Finds many patterns at once. */
export interface Automaton {
  /** Calls `onHit` for each place where a pattern stands, in order of where it ends (units; end exclusive). */
  scan(text: FoldedText, onHit: (pattern: number, end: number) => void): void;
  /**
   * False when no pattern of those that matter can stand in `text` (as written, not folded). Several times
   * cheaper than folding; true promises nothing.
   */
  mayHold(text: string): boolean;
}

const ROOT = 0;
const FREE = -1;
const NONE = -1;
// Makes ASCII letters lower case, leaves digits.
const LOWER_BIT = 0x20;
// After so many taken places the search for room goes on behind them: some holes are lost, building stays linear.
const PROBES_MAX = 64;

interface Table {
  /** Place of the child on symbol `s` of state `x`: `base[x] + s`. */
  base: Int32Array;
  /** Whose child stands in a place; `FREE` where none. */
  check: Int32Array;
  /** The longest suffix that is also under way. */
  fail: Int32Array;
  /** First pattern that ends in a state; the others follow in `nextPattern`. */
  head: Int32Array;
  /** The nearest suffix in which a pattern ends. */
  suffix: Int32Array;
  /** All states, the shallow ones first. */
  order: number[];
}

/**
 * Builds the automaton of all `patterns` (folded, none empty; equal ones are all reported). `matters` says by index
 * which of them `mayHold` looks for.
 */
export function createAutomaton(
  patterns: readonly string[],
  matters: (pattern: number) => boolean = () => true,
): Automaton {
  const { symbols, count } = toSymbols(patterns);
  const nextPattern = new Int32Array(patterns.length).fill(NONE);
  const table = buildTable(patterns, symbols, count, nextPattern);
  const { base, check, fail, head, suffix } = table;
  const stops = markStops(table, nextPattern, matters);
  const rootBase = base[ROOT] ?? 0;

  /** The state after `unit`; `before` is the class of the unit before it. */
  const advance = (from: number, before: number, unit: number): number => {
    const symbol = symbols[unit] as number;
    let state = from;
    if (symbol !== 0) {
      while (state !== ROOT) {
        const next = (base[state] as number) + symbol;
        if (check[next] === state) return next;
        state = fail[state] as number;
      }
      const kind = unitClasses[unit] as number;
      const isInWord = kind === before && (kind === unitClass.word || kind === unitClass.hangul);
      if (!isInWord && check[rootBase + symbol] === ROOT) return rootBase + symbol;
    }
    return ROOT;
  };

  return {
    scan({ units, length }, onHit) {
      let state = ROOT;
      let before: number = unitClass.other;
      for (let at = 0; at < length; at += 1) {
        const unit = units[at] as number;
        state = advance(state, before, unit);
        before = unitClasses[unit] as number;
        if (state === ROOT) continue;
        let ending = head[state] === NONE ? (suffix[state] as number) : state;
        while (ending !== ROOT) {
          let pattern = head[ending] as number;
          while (pattern !== NONE) {
            onHit(pattern, at + 1);
            pattern = nextPattern[pattern] as number;
          }
          ending = suffix[ending] as number;
        }
      }
    },

    mayHold(text) {
      let state = ROOT;
      let before: number = unitClass.other;
      let isInRun = false;
      const size = text.length;
      for (let at = 0; at < size; at += 1) {
        const raw = text.charCodeAt(at);
        let unit = raw | LOWER_BIT;
        if (raw < 128 && unitClasses[raw] === unitClass.word) {
          // The rest of a word in which nothing began: most of any text.
          if (state === ROOT && before === unitClass.word) continue;
          isInRun = false;
        } else {
          unit = foldSimply(text, at);
          if (unit === UNSURE) return true;
          if (unit === NOTHING || (unit === SPACE && isInRun)) continue;
          isInRun = unit === SPACE;
        }
        state = advance(state, before, unit);
        before = unitClasses[unit] as number;
        if (stops[state] === 1) return true;
      }
      return false;
    },
  };
}

/** Marks the states in which a pattern that matters ends. */
function markStops(
  { head, suffix, order }: Table,
  nextPattern: Int32Array,
  matters: (pattern: number) => boolean,
): Uint8Array {
  const stops = new Uint8Array(head.length);
  for (const state of order) {
    let pattern = head[state] ?? NONE;
    while (pattern !== NONE && !matters(pattern)) pattern = nextPattern[pattern] ?? NONE;
    stops[state] = pattern === NONE ? (stops[suffix[state] ?? ROOT] ?? 0) : 1;
  }
  return stops;
}

/** Numbers the units that occur in patterns from 1; all others are 0. */
function toSymbols(patterns: readonly string[]): { symbols: Uint16Array; count: number } {
  const symbols = new Uint16Array(0x1_0000);
  let count = 0;
  for (const pattern of patterns) {
    for (let at = 0; at < pattern.length; at += 1) {
      const unit = pattern.charCodeAt(at);
      if (symbols[unit] !== 0) continue;
      count += 1;
      symbols[unit] = count;
      learnClass(unit);
    }
  }
  return { symbols, count };
}

function createTable(size: number, from?: Table): Table {
  const grow = (old: Int32Array | undefined, empty: number) => {
    const bigger = new Int32Array(size).fill(empty);
    if (old) bigger.set(old);
    return bigger;
  };
  return {
    base: grow(from?.base, 0),
    check: grow(from?.check, FREE),
    fail: grow(from?.fail, ROOT),
    head: grow(from?.head, NONE),
    suffix: grow(from?.suffix, ROOT),
    order: [],
  };
}

function buildTable(
  patterns: readonly string[],
  symbols: Uint16Array,
  symbolCount: number,
  nextPattern: Int32Array,
): Table {
  const order = [...patterns.keys()].sort((a, b) =>
    compareUnits(patterns[a] ?? '', patterns[b] ?? ''),
  );
  const sorted = order.map((index) => patterns[index] ?? '');
  let table = createTable(1_024 + symbolCount * 2);
  // Nothing is the child of `FREE`, so the root is nobody's child.
  table.check[ROOT] = FREE - 1;
  let firstFree = 1;

  const findRoom = (children: readonly number[]): number => {
    const [first = 1] = children;
    let probes = 0;
    for (let place = Math.max(firstFree, first + 1); ; place += 1) {
      if (place + symbolCount >= table.check.length) {
        table = createTable(table.check.length * 2, table);
      }
      if (table.check[place] !== FREE) continue;
      const room = place - first;
      if (children.every((symbol) => table.check[room + symbol] === FREE)) return room;
      probes += 1;
      if (probes > PROBES_MAX) firstFree = place;
    }
  };

  // A state under way: its place, and the range of `sorted` that begins with its `depth` units.
  const queue: { state: number; low: number; high: number; depth: number; last: number }[] = [
    { state: ROOT, low: 0, high: sorted.length, depth: 0, last: NONE },
  ];
  for (let turn = 0; turn < queue.length; turn += 1) {
    const entry = queue[turn];
    if (!entry) break;
    const { state, high, depth, last } = entry;
    let { low } = entry;
    while (low < high && sorted[low]?.length === depth) {
      const pattern = order[low] ?? 0;
      nextPattern[pattern] = table.head[state] ?? NONE;
      table.head[state] = pattern;
      low += 1;
    }
    if (low === high) continue;

    const groups: { unit: number; low: number; high: number }[] = [];
    for (let from = low; from < high;) {
      const unit = sorted[from]?.charCodeAt(depth) ?? 0;
      let to = from + 1;
      while (to < high && sorted[to]?.charCodeAt(depth) === unit) to += 1;
      groups.push({ unit, low: from, high: to });
      from = to;
    }
    const children = groups.map(({ unit }) => symbols[unit] ?? 0).sort((a, b) => a - b);
    const room = findRoom(children);
    table.base[state] = room;
    for (const group of groups) {
      const child = room + (symbols[group.unit] ?? 0);
      table.check[child] = state;
      const fail = findFail(table, state, last, group.unit, symbols);
      table.fail[child] = fail;
      queue.push({
        state: child,
        low: group.low,
        high: group.high,
        depth: depth + 1,
        last: group.unit,
      });
    }
    while (table.check[firstFree] !== FREE) firstFree += 1;
  }
  table.order = queue.map(({ state }) => state);
  linkSuffixes(table);
  return table;
}

/** The longest proper suffix of `state` + `unit` that is a state and begins at a word boundary. */
function findFail(
  table: Table,
  state: number,
  last: number,
  unit: number,
  symbols: Uint16Array,
): number {
  if (state === ROOT) return ROOT;
  const symbol = symbols[unit] ?? 0;
  let from = table.fail[state] ?? ROOT;
  for (;;) {
    const next = (table.base[from] ?? 0) + symbol;
    const isChild = table.check[next] === from;
    if (from === ROOT) return isChild && isBoundary(last, unit) ? next : ROOT;
    if (isChild) return next;
    from = table.fail[from] ?? ROOT;
  }
}

function linkSuffixes({ fail, head, suffix, order }: Table): void {
  for (const state of order) {
    const next = fail[state] ?? ROOT;
    suffix[state] = head[next] === NONE ? (suffix[next] ?? ROOT) : next;
  }
}

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
