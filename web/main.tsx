import { render } from 'preact';
import '#components/tokens.css';
import '#components/board/board.css';
import '#components/queue/queue.css';
import '#components/stories/stories.css';
import '#components/reports/reports.css';
import '#components/themes/themes.css';
import '#components/settings/settings.css';
import './extension-api.ts';
import background from '../entrypoints/background/index.ts';
import { runOnce } from './background-line.ts';
import { WebBoard } from './WebBoard.tsx';

runOnce(() => (background as unknown as { main: () => void }).main());

const app = document.querySelector('#app');
if (app) render(<WebBoard />, app);
