import { EyeOff } from 'lucide-preact';
import { toBlindLine } from '#components/thread/blind-words.ts';
import { CopyReport } from '#components/thread/CopyReport.tsx';
import { toAge } from '#components/ui/age.ts';
import { Button } from '#components/ui/Button.tsx';
import type { LostSelector } from '#utils/model/judge-health.ts';
import { MendBox } from './MendBox.tsx';
import type { ReadingProps, SiteReading } from './reading-props.ts';
import {
  isTaught,
  readingWords as words,
  toChanger,
  toSelectorLabel,
  toSortWords,
} from './reading-words.ts';

/** More would hide the next site; the report has all. */
const LOST_MAX = 6;

export interface SiteReadingCardProps extends Omit<ReadingProps, 'sites'> {
  site: SiteReading;
}

/** One site: how its pages are read, and its selectors while they are being changed. */
export function SiteReadingCard(props: SiteReadingCardProps) {
  const { site, mending, now, serverNow, names } = props;
  const { teamSite, lost } = site;
  return (
    <li class="card reading-card" data-blind={site.blind.length > 0}>
      <div class="row">
        <h4 class="grow">
          <bdi>{site.name}</bdi>
        </h4>
        <CopyReport site={site.name} onCopy={() => props.onCopyReport(site.id)} />
        {props.canMend ? (
          <Button
            label={mending ? words.closeOf(site.name) : words.changeOf(site.name)}
            onPress={() => props.onMend(mending ? null : site.id)}
          >
            {mending ? words.close : words.change}
          </Button>
        ) : null}
      </div>
      {site.blind.length === 0 ? null : (
        <p class="reading-blind">
          <EyeOff size={16} strokeWidth={1.75} />
          <span>{capitalize(toBlindLine(site.blind, now))}</span>
        </p>
      )}
      <p class="hint">{words.pages(site.pages, site.unread)}</p>
      {lost.length === 0 ? null : (
        <p class="hint">
          {words.lost} {toLost(site.id, lost)}
        </p>
      )}
      {teamSite ? (
        <p class="hint">
          {toSortWords(site.id).mended(
            Object.keys(teamSite.selectors).length,
            toChanger(names, teamSite.changedBy),
            toAge(serverNow - teamSite.changedAt),
          )}
        </p>
      ) : null}
      {mending ? (
        <MendBox
          {...mending}
          serverNow={serverNow}
          names={names}
          lost={lost.map(({ name }) => name)}
        />
      ) : null}
    </li>
  );
}

/** Each selector, and on which kinds of pages it is missed. */
function toLost(site: string, lost: LostSelector[]) {
  return (
    <>
      {lost.slice(0, LOST_MAX).map(({ name, kinds }, index) => (
        <span key={name}>
          {index === 0 ? null : '; '}
          {isTaught(site) ? toSelectorLabel(name) : <code>{name}</code>} {words.lostOn(kinds)}
        </span>
      ))}
      {lost.length > LOST_MAX ? `; ${words.lostMore(lost.length - LOST_MAX)}` : null}
    </>
  );
}

function capitalize(line: string): string {
  return line.slice(0, 1).toUpperCase() + line.slice(1);
}
