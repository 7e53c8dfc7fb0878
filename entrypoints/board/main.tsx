import { render } from 'preact';
import '#components/tokens.css';
import '#components/board/board.css';
import '#components/queue/queue.css';
import '#components/stories/stories.css';
import '#components/reports/reports.css';
import '#components/themes/themes.css';
import { App } from './App.tsx';

const app = document.querySelector('#app');
if (app) render(<App />, app);
