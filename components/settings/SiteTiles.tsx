import type { Attempt } from '#components/ui/attempt.ts';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Switch } from '#components/ui/Switch.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { SiteId, SiteMode } from '#utils/model/site.ts';
import type { SiteTile } from './options-props.ts';
import { siteWords as words } from './words.ts';

export interface SiteTilesProps {
  sites: SiteTile[];
  onSite: Attempt<[id: SiteId, isOn: boolean]>;
  /** Absent: the mode is not offered here. */
  onMode?: Attempt<[id: SiteId, mode: SiteMode]>;
}

const modes: readonly SiteMode[] = ['full', 'quiet'];
const doNothing = async () => null;

/** The named sites as tiles, each on or off by its own permission. */
export function SiteTiles({ sites, onSite, onMode }: SiteTilesProps) {
  const switching = useAttempt(onSite);
  const choosing = useAttempt(onMode ?? doNothing);
  return (
    <>
      <ErrorNote text={switching.refused ?? choosing.refused} />
      <ul class="tiles">
        {sites.map((site) => (
          <li class="card tile" key={site.id} data-on={site.isOn}>
            <div class="row">
              <h3 class="grow">{site.name}</h3>
              <Switch
                label={words.turnOn(site.name)}
                isOn={site.isOn}
                isBusy={switching.isBusy}
                onSwitch={(isOn) => void switching.run(site.id, isOn)}
              />
            </div>
            <p class="hint">{site.about}</p>
            {site.isOn && onMode ? (
              <select
                class="input"
                aria-label={words.mode(site.name)}
                value={site.mode}
                onChange={({ currentTarget }) => {
                  const mode = modes.find((one) => one === currentTarget.value);
                  if (mode) void choosing.run(site.id, mode);
                }}
              >
                {modes.map((mode) => (
                  <option key={mode} value={mode}>
                    {words.modes[mode]}
                  </option>
                ))}
              </select>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
