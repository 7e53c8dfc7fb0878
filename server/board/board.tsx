import { render } from 'preact';
import '#components/tokens.css';
import '#components/settings/settings.css';
import '#components/board/board.css';
import '#components/queue/queue.css';
import '#components/stories/stories.css';
import '#components/reports/reports.css';
import '#components/themes/themes.css';
import { startBackground } from './start-background.ts';
import { WebBoard } from './WebBoard.tsx';

startBackground();

const app = document.querySelector('#app');
if (app) render(<WebBoard />, app);
