import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { PanelProps } from './panel-props.ts';
import { panelWords as words } from './words.ts';

/** More would push the mentions out of sight; the next ones come up as these are dismissed. */
const SHOWN_MAX = 3;

/** What the team did not take, and why, until a person has read it. */
export function RefusedList({
  refused,
  onDismissRefused,
}: Pick<PanelProps, 'refused' | 'onDismissRefused'>) {
  const dismissal = useAttempt(onDismissRefused);
  if (refused.length === 0) return null;
  return (
    <section class="refused" aria-label={words.refused}>
      <ErrorNote text={dismissal.refused} />
      <ul>
        {refused.slice(0, SHOWN_MAX).map(({ id, what, why }) => (
          <li class="refused-item" key={id}>
            <p class="grow" dir="auto">
              <strong>{words.refusedWhat(what)}</strong> {why}
            </p>
            <Button tone="quiet" isBusy={dismissal.isBusy} onPress={() => void dismissal.run(id)}>
              {words.dismiss}
            </Button>
          </li>
        ))}
      </ul>
      {refused.length > SHOWN_MAX ? (
        <p class="hint">{words.refusedMore(refused.length - SHOWN_MAX)}</p>
      ) : null}
    </section>
  );
}
