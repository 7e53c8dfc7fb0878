import type { FileToImport, LibrarySectionProps } from '#components/settings/library-props.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import { toWordDiff } from '#utils/library/word-diff.ts';
import { HOUR, HTML, NOW, RTL } from './samples.ts';

const done = async () => null;
const noop = () => undefined;

/** The library's section with two entries. */
export function libraryProps(over: Partial<LibrarySectionProps> = {}): LibrarySectionProps {
  return {
    now: NOW,
    entries: [
      {
        id: 'one',
        kind: 'snippet',
        title: 'Kettle: first question',
        text: 'Thanks for telling us, {name}. Does it stop when you lift the lid?',
        tags: ['kettle'],
        lang: 'en',
        memberId: 'me',
        at: NOW - 9 * HOUR,
        uses: { sent: 6, kept: 2.4, happy: 2, unhappy: 1, dismissed: 1, lastAt: NOW - HOUR },
        version: 2,
        earlier: [
          {
            version: 1,
            text: 'Hello. Does it stop when you lift the lid?',
            memberId: 'ana',
            at: NOW - 2 * HOUR,
          },
        ],
      },
      {
        id: 'two',
        kind: 'reply',
        text: RTL,
        tags: [],
        memberId: 'ana',
        at: NOW,
        state: 'proposed',
      },
    ],
    counts: { all: 2, snippet: 1, reply: 1, proposed: 1, stale: 1, retired: 0 },
    stale: new Map([['one', 'rewritten']]),
    tags: ['kettle', 'returns', 'reset', 'lid'],
    contradictions: new Map(),
    toDiff: toWordDiff,
    names: { me: 'Mia Kern', ana: 'Ana' },
    canDecide: true,
    query: '',
    isSearching: false,
    filter: 'all',
    onFilter: noop,
    onState: done,
    onTags: done,
    onConfirm: done,
    onForget: done,
    onExport: noop,
    newId: () => 'new',
    onQuery: noop,
    onSave: done,
    onRemove: done,
    onReadFile: async () => aFile(),
    onUndoImport: done,
    ...over,
  };
}

/** A file that has a bit of everything. */
export function aFile(over: Partial<FileToImport> = {}): FileToImport {
  return {
    fileName: 'canned replies 2026.csv',
    fresh: 41,
    same: 12,
    older: 1,
    changed: 2,
    samples: [
      {
        title: 'Descaling',
        was: null,
        text: 'Hi {name}, boil it once with the juice of a lemon, then twice with water. That takes the limescale off, and the smell as well. Would you tell us how it went?',
      },
      { was: null, text: RTL },
      { was: null, text: HTML },
      {
        title: 'Returns',
        was: 'You can send it back within 30 days.',
        text: 'You can send it back within 14 days.',
      },
    ],
    waits: true,
    skipped: [
      { line: 7, reason: 'There is no answer text.' },
      { line: 19, reason: 'The same text stands further up.' },
    ],
    onImport: async () => ({
      report: { added: ['a', 'b'], changed: [] },
      left: 0,
      refused: null,
    }),
    ...over,
  };
}

/** An answer that people change each time. */
export function contradicted(): Partial<LibrarySectionProps> {
  const [first] = libraryProps().entries ?? [];
  if (!first) return {};
  const text = 'Hi {name}, you can send it back within 30 days. The label is in the box.';
  return {
    entries: [{ ...first, title: 'Returns', text }],
    stale: new Map([['one', 'contradicted']]),
    contradictions: new Map([
      [
        'one',
        {
          here: 'you can send it back within 30 days',
          lately: 'you can send it back within 14 days',
          times: 4,
          of: 5,
          text: text.replace('30', '14'),
        },
      ],
    ]),
  };
}

/** An answer with two versions before it. */
export function aRewritten(): LibraryEntry {
  return {
    id: 'w',
    kind: 'snippet',
    title: 'Limescale',
    text: 'Hi {name}, boil it once with the juice of a lemon, then twice with water.',
    question: 'White flakes',
    tags: [],
    memberId: 'me',
    at: NOW,
    version: 3,
    earlier: [
      {
        version: 2,
        title: 'Limescale',
        text: 'Hi {name}, boil it twice with vinegar, then with water.',
        memberId: 'ana',
        at: NOW - HOUR,
      },
      { version: 1, text: HTML, memberId: 'me', at: NOW - 50 * HOUR },
    ],
  };
}

/** As many short answers as one likes. */
export function manyEntries(count: number): LibraryEntry[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `e${at}`,
    kind: 'snippet',
    title: `Answer ${at}`,
    text: `Text ${at}`,
    tags: at % 2 === 0 ? ['even'] : [],
    memberId: 'me',
    at: NOW - at * HOUR,
    ...(at === 1 ? { state: 'proposed' as const } : {}),
  }));
}
