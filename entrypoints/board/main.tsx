import { render } from 'preact';
import '#components/tokens.css';
import '#components/board/board.css';
import { BoardView } from '#components/board/BoardView.tsx';
import { usePanel } from '#components/data/use-panel.ts';

function App() {
  return <BoardView {...usePanel('team')} />;
}

const app = document.querySelector('#app');
if (app) render(<App />, app);
