import { render } from 'preact';
import { useState } from 'preact/hooks';
import '#components/tokens.css';
import '#components/board/board.css';
import '#components/queue/queue.css';
import '#components/stories/stories.css';
import '#components/reports/reports.css';
import '#components/themes/themes.css';
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

function App() {
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

const app = document.querySelector('#app');
if (app) render(<App />, app);
