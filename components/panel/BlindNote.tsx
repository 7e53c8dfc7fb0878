import { blindWords, toBlindLine } from '#components/thread/blind-words.ts';
import { CopyReport } from '#components/thread/CopyReport.tsx';
import { Button } from '#components/ui/Button.tsx';
import type { BlindSite } from './panel-props.ts';
import { panelWords as words } from './words.ts';

export interface BlindNoteProps {
  /** The one of the page at hand first; only it is told of in full. */
  sites: BlindSite[];
  now: number;
  canMend: boolean;
  onCopyReport: (id: string) => Promise<boolean>;
  onMend: (id: string) => void;
}

/** One calm line where Hearback sees no posts although there should be some: silence would look like good news. */
export function BlindNote({ sites, now, canMend, onCopyReport, onMend }: BlindNoteProps) {
  const [first, ...others] = sites;
  if (!first) return null;
  return (
    <section class="blind" aria-label={words.blind}>
      <p role="status">
        <bdi>{first.name}</bdi>: {toBlindLine(first.kinds, now)}
        {others.length === 0 ? null : (
          <span class="hint"> {words.blindToo(others.map(({ name }) => name))}</span>
        )}
      </p>
      {canMend ? null : <p class="hint">{words.blindAskLead}</p>}
      <div class="row blind-acts">
        {canMend ? (
          <Button tone="quiet" onPress={() => onMend(first.id)}>
            {blindWords.change}
          </Button>
        ) : null}
        <CopyReport key={first.id} onCopy={() => onCopyReport(first.id)} />
      </div>
    </section>
  );
}
