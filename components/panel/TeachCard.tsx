import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { TeachOffer, TeachProps } from './teach-props.ts';
import { teachWords as words } from './teach-words.ts';

export interface TeachCardProps extends Pick<TeachProps, 'onSave' | 'onDiscard'> {
  offer: TeachOffer;
  /** For whom changes how sites are read. */
  canSave: boolean;
}

/** What would be saved of a site that was taught, word for word; nothing of it holds before. */
export function TeachCard({ offer, canSave, onSave, onDiscard }: TeachCardProps) {
  const saving = useAttempt(onSave);
  const discarding = useAttempt(onDiscard);
  const isBusy = saving.isBusy || discarding.isBusy;
  return (
    <section class="teach" aria-label={words.title}>
      <h2>{words.readBy(offer.host)}</h2>
      <p class="hint">{words.holds(offer.host)}</p>
      <dl>
        {offer.parts.map(({ part, selector }) => (
          <div class="row" key={part}>
            <dt>{words.parts[part]}</dt>
            <dd>
              <code dir="ltr">{selector}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p role="status">{toWords(offer.trial)}</p>
      <ErrorNote text={saving.refused ?? discarding.refused} />
      <div class="row">
        <Button
          tone="main"
          isBusy={isBusy}
          blocked={canSave ? null : words.askLead}
          onPress={() => void saving.run()}
        >
          {words.save}
        </Button>
        <Button tone="quiet" isBusy={isBusy} onPress={() => void discarding.run()}>
          {words.discard}
        </Button>
      </div>
      {canSave ? null : <p class="hint">{words.askLead}</p>}
    </section>
  );
}

function toWords(trial: TeachOffer['trial']): string {
  if (trial === null) return words.asking;
  return trial === 'failed' ? words.failed : words.trial(trial);
}
