import type { DiffPart } from '#utils/model/library.ts';
import { libraryWords as words } from './library-words.ts';

/** Two versions of a text in one: what is gone is struck, what is new underlined. */
export function WordDiff({ parts }: { parts: readonly DiffPart[] }) {
  return (
    <p class="library-text word-diff" dir="auto">
      {parts.map(({ text, kind }, at) => {
        // Spoken by few screen readers of themselves, struck and underlined words are named as such.
        if (kind === 'same') return text;
        const Mark = kind === 'gone' ? 'del' : 'ins';
        return (
          <Mark key={at}>
            <span class="visually-hidden">{words.marks[kind]}</span>
            {text}
          </Mark>
        );
      })}
    </p>
  );
}
