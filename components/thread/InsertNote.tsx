import type { InsertResult } from '#utils/messages/payloads.ts';
import { replyWords as words } from './words.ts';

/** What became of inserting, and what to do next; the page's own advice wins over the general one. */
export function InsertNote({ result }: { result: InsertResult | null }) {
  return (
    <output class="insert-place">
      {result === null ? null : (
        <p class="insert-note" data-outcome={result.outcome} dir="auto">
          {result.advice === '' ? words[result.outcome] : result.advice}
        </p>
      )}
    </output>
  );
}
