import { useState } from 'preact/hooks';
import { BoardView } from '#components/board/BoardView.tsx';
import { toBoardPlace } from '#components/board/places.ts';
import { useQueue } from '#components/data/use-queue.ts';
import { useReports } from '#components/data/use-reports.ts';
import { usePanel } from '#components/data/use-panel.ts';
import { useStories } from '#components/data/use-stories.ts';
import { useThemes } from '#components/data/use-themes.ts';
import { ThemesView } from '#components/themes/ThemesView.tsx';
import { ReportsView } from '#components/reports/ReportsView.tsx';
import { StoriesView } from '#components/stories/StoriesView.tsx';

/** The board, with its places in the address. */
export function App() {
  const [place, setPlace] = useState(() => toBoardPlace(location.hash));
  const queue = useQueue();
  return (
    <BoardView
      {...usePanel('team', false)}
      queue={queue}
      place={place}
      onPlace={(next) => {
        // A page that is loaded again stays where it was.
        history.replaceState(null, '', `#${next}`);
        setPlace(next);
      }}
    >
      {place === 'stories' ? <Stories /> : null}
      {place === 'themes' ? <Themes /> : null}
      {place === 'reports' ? <Reports /> : null}
    </BoardView>
  );
}

/** Reads the stories only where they are shown. */
function Stories() {
  return <StoriesView {...useStories()} />;
}

/** Grouped only where somebody looks. */
function Themes() {
  return <ThemesView {...useThemes()} />;
}

/** Counts only where somebody looks. */
function Reports() {
  return <ReportsView {...useReports()} />;
}
