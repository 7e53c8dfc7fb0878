import { toAge } from '#components/ui/age.ts';
import type { BoardNumbers } from '#utils/queue/queue-list.ts';
import { queueWords as words } from './words.ts';

/** The three numbers that a lead asks for first. */
export function QueueNumbers({ numbers, now }: { numbers: BoardNumbers; now: number }) {
  const { unanswered, oldest, forgotten } = numbers;
  return (
    <dl class="queue-numbers">
      <Figure name={words.unanswered} value={unanswered.toLocaleString('en')} />
      <Figure name={words.oldest} value={oldest === null ? words.none : toAge(now - oldest)} />
      <Figure name={words.forgotten} value={forgotten.toLocaleString('en')} isBad={forgotten > 0} />
    </dl>
  );
}

function Figure({ name, value, isBad = false }: { name: string; value: string; isBad?: boolean }) {
  return (
    <div data-bad={isBad}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
