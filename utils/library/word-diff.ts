/** What changed between two versions of a text, word by word. */
import { diffWords } from 'diff';
import type { DiffPart } from '#utils/model/library.ts';

/** Words that differ, at most: beyond that it is another text, and the search for a way between them takes long. */
const EDITS_MAX = 1_000;
/** Longer texts are shown as they are. */
const TEXT_MAX = 20_000;

// Languages without spaces have words too.
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Both texts in one: parts that stay, that are gone, that are new. Without the new ones it is the older text. */
export function toWordDiff(was: string, now: string): DiffPart[] {
  const whole = () => [
    ...(was === '' ? [] : [{ text: was, kind: 'gone' as const }]),
    ...(now === '' ? [] : [{ text: now, kind: 'new' as const }]),
  ];
  if (was === now) return was === '' ? [] : [{ text: was, kind: 'same' }];
  if (was.length + now.length > TEXT_MAX) return whole();
  const parts = diffWords(was, now, { intlSegmenter: segmenter, maxEditLength: EDITS_MAX });
  return (
    parts?.map(({ value, added, removed }) => ({
      text: value,
      kind: added ? 'new' : removed ? 'gone' : 'same',
    })) ?? whole()
  );
}
