import type { TeamShows } from './panel-props.ts';
import { panelWords as words } from './words.ts';

export interface TeamShowsPickerProps {
  shows: TeamShows;
  /** Double answers; null while unknown. */
  count: number | null;
  onShows: (shows: TeamShows) => void;
}

const all: readonly TeamShows[] = ['open', 'doubled'];

/** For leads: what is open, or what was answered by more than one teammate. */
export function TeamShowsPicker({ shows, count, onShows }: TeamShowsPickerProps) {
  return (
    <div class="team-shows" role="group" aria-label={words.teamShows}>
      {all.map((one) => (
        <button
          key={one}
          type="button"
          class="filter"
          aria-pressed={one === shows}
          onClick={() => onShows(one)}
        >
          {words.shows[one]}
          {one === 'doubled' && count ? <span class="count">{count}</span> : null}
        </button>
      ))}
    </div>
  );
}
