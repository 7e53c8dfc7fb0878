import { Switch } from '#components/ui/Switch.tsx';
import type { SiteMode } from '#utils/model/site.ts';
import type { SiteTile } from './options-props.ts';
import { siteWords as words } from './words.ts';

export interface SiteTileCardProps {
  site: SiteTile;
  isBusy: boolean;
  onSwitch: (isOn: boolean) => void;
  /** Null: the mode is not offered here. */
  onMode: ((mode: SiteMode) => void) | null;
}

const modes: readonly SiteMode[] = ['full', 'quiet'];

/** One site: what of it is read, on or off, and how Hearback shows itself there. */
export function SiteTileCard({ site, isBusy, onSwitch, onMode }: SiteTileCardProps) {
  return (
    <li class="card tile" data-on={site.isOn}>
      <div class="row">
        <h4 class="grow">{site.name}</h4>
        <Switch
          label={words.turnOn(site.name)}
          isOn={site.isOn}
          isBusy={isBusy}
          onSwitch={onSwitch}
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
            if (mode) onMode(mode);
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
  );
}
