import { useState } from 'preact/hooks';
import type { Attempt } from '#components/ui/attempt.ts';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Field } from '#components/ui/Field.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { SiteId, SiteMode } from '#utils/model/site.ts';
import type { SiteGroup, SiteTile } from './options-props.ts';
import { SiteTileCard } from './SiteTileCard.tsx';
import { siteWords as words } from './words.ts';

export interface SiteTilesProps {
  sites: SiteTile[];
  onSite: Attempt<[id: SiteId, isOn: boolean]>;
  /** Absent: the mode is not offered here. */
  onMode?: Attempt<[id: SiteId, mode: SiteMode]>;
}

const groups = Object.keys(words.groups) as SiteGroup[];
const doNothing = async () => null;

/** The named sites as tiles, each on or off by its own permission; found by name where they are many. */
export function SiteTiles({ sites, onSite, onMode }: SiteTilesProps) {
  const switching = useAttempt(onSite);
  const choosing = useAttempt(onMode ?? doNothing);
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const found = sites.filter(({ name }) => name.toLowerCase().includes(wanted));
  return (
    <div class="stack">
      <Field label={words.find} value={query} onValue={setQuery} />
      <ErrorNote text={switching.refused ?? choosing.refused} />
      {found.length === 0 ? <p class="hint">{words.noneFound(query.trim())}</p> : null}
      {groups
        .map((group) => ({ group, tiles: found.filter((site) => site.group === group) }))
        .filter(({ tiles }) => tiles.length > 0)
        .map(({ group, tiles }) => (
          <section class="stack site-group" key={group} aria-label={words.groups[group]}>
            <h3>{words.groups[group]}</h3>
            <ul class="tiles">
              {tiles.map((site) => (
                <SiteTileCard
                  key={site.id}
                  site={site}
                  isBusy={switching.isBusy}
                  onSwitch={(isOn) => void switching.run(site.id, isOn)}
                  onMode={onMode ? (mode) => void choosing.run(site.id, mode) : null}
                />
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}
