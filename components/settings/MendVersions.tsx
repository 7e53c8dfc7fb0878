import { useState } from 'preact/hooks';
import { toAge, toTimestamp } from '#components/ui/age.ts';
import { Button } from '#components/ui/Button.tsx';
import { Confirm } from '#components/ui/Confirm.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { TeamSite } from '#utils/model/team-site.ts';
import type { MendingProps } from './reading-props.ts';
import { readingWords as words, toChanger, toSelectorLabel, toSortWords } from './reading-words.ts';

export interface MendVersionsProps extends Pick<
  MendingProps,
  'name' | 'hasTeam' | 'onSave' | 'onRemove'
> {
  teamSite: TeamSite;
  serverNow: number;
  names: Readonly<Record<string, string>>;
}

/** What the team has changed before, newest first. Going back makes a new version, so nothing is lost by it. */
export function MendVersions(props: MendVersionsProps) {
  const { name, hasTeam, teamSite, serverNow, names } = props;
  const sort = toSortWords(teamSite.id);
  const [isAsked, setAsked] = useState(false);
  const saving = useAttempt(props.onSave);
  const removal = useAttempt(props.onRemove);
  const isBusy = saving.isBusy || removal.isBusy;
  return (
    <section class="stack" aria-label={words.versions}>
      <h4>{words.versions}</h4>
      <ErrorNote text={saving.refused ?? removal.refused} />
      <ul>
        {[teamSite, ...teamSite.earlier].map((one) => (
          <li class="mend-version" key={one.version}>
            <div class="grow">
              <p>
                {words.version(one.version)}{' '}
                <span class="hint" title={toTimestamp(one.changedAt)}>
                  {words.by(toChanger(names, one.changedBy), toAge(serverNow - one.changedAt))}
                </span>
              </p>
              <p class="hint">
                {Object.keys(one.selectors).length === 0
                  ? sort.noSelectors
                  : Object.keys(one.selectors).map(toSelectorLabel).join(', ')}
              </p>
            </div>
            {one.version === teamSite.version ? (
              <span class="hint">{words.current}</span>
            ) : (
              <Button
                tone="quiet"
                label={words.goBackTo(one.version)}
                isBusy={isBusy}
                onPress={() => void saving.run(one.selectors)}
              >
                {words.goBack}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div>
        <Button tone="bad" isBusy={isBusy} onPress={() => setAsked(true)}>
          {sort.removeAll}
        </Button>
      </div>
      {isAsked ? (
        <Confirm
          title={sort.removeTitle(name)}
          text={sort.removeText(hasTeam)}
          act={sort.removeAll}
          isBusy={removal.isBusy}
          onConfirm={() => void removal.run().then(() => setAsked(false))}
          onCancel={() => setAsked(false)}
        />
      ) : null}
    </section>
  );
}
