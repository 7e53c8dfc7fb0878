import { EyeOff } from 'lucide-preact';
import type { BlindSite } from '#components/panel/panel-props.ts';
import { blindWords, toBlindLine } from '#components/thread/blind-words.ts';
import { CopyReport } from '#components/thread/CopyReport.tsx';
import { Button } from '#components/ui/Button.tsx';
import { boardWords as words } from './words.ts';

export interface BlindSitesProps {
  sites: BlindSite[];
  now: number;
  canMend: boolean;
  onCopyReport: (id: string) => Promise<boolean>;
  onMend: (id: string) => void;
}

/** Every site that this browser cannot read any more: an empty board must not look like good news. */
export function BlindSites({ sites, now, canMend, onCopyReport, onMend }: BlindSitesProps) {
  if (sites.length === 0) return null;
  return (
    <section class="board-blind" aria-label={words.reading}>
      <ul>
        {sites.map((site) => (
          <li class="row" key={site.id}>
            <EyeOff size={16} strokeWidth={1.75} />
            <span class="grow" role="status">
              <bdi>{site.name}</bdi>: {toBlindLine(site.kinds, now)}
            </span>
            {canMend ? (
              <Button
                tone="quiet"
                label={words.changeOf(site.name)}
                onPress={() => onMend(site.id)}
              >
                {blindWords.change}
              </Button>
            ) : null}
            <CopyReport site={site.name} onCopy={() => onCopyReport(site.id)} />
          </li>
        ))}
      </ul>
      {canMend ? null : <p class="hint">{words.askLead}</p>}
    </section>
  );
}
