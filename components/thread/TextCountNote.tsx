import type { TextCount } from './suggestion-item.ts';
import { replyWords as words } from './words.ts';

/** How long a text is by the site's own count; nothing while that is unknown. Too long is marked, not forbidden. */
export function TextCountNote({ count }: { count: TextCount | null }) {
  const over = count?.limit == null ? 0 : count.used - count.limit;
  return (
    <span
      class="draft-count"
      data-over={over > 0}
      {...(over > 0 ? { title: words.tooLong(over) } : {})}
    >
      {count === null ? '' : words.count(count.used, count.limit)}
    </span>
  );
}
