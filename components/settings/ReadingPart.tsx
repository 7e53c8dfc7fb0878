import { EmptyState } from '#components/ui/EmptyState.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import type { ReadingProps } from './reading-props.ts';
import { readingWords as words } from './reading-words.ts';
import { SiteReadingCard } from './SiteReadingCard.tsx';

/** How each site is read: what was looked at, what finds nothing any more, and changing it for the team. */
export function ReadingPart(props: ReadingProps) {
  const { sites } = props;
  return (
    <section class="stack reading" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p class="hint">{words.intro}</p>
      {sites !== null && !props.canMend ? <p class="hint">{words.leadsOnly}</p> : null}
      {sites === null ? <Spinner /> : null}
      {sites?.length === 0 ? <EmptyState title={words.none} text={words.noneText} /> : null}
      <ul class="stack">
        {sites?.map((site) => (
          <SiteReadingCard
            key={site.id}
            site={site}
            now={props.now}
            serverNow={props.serverNow}
            names={props.names}
            canMend={props.canMend}
            mending={props.mending?.id === site.id ? props.mending : null}
            onMend={props.onMend}
            onCopyReport={props.onCopyReport}
          />
        ))}
      </ul>
    </section>
  );
}
