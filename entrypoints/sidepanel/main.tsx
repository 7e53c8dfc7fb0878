import { render } from 'preact';
import '#components/tokens.css';
import '#components/panel/panel.css';
import { PanelView } from '#components/panel/PanelView.tsx';
import { usePanel } from '#components/data/use-panel.ts';

function App() {
  return <PanelView {...usePanel()} />;
}

const app = document.querySelector('#app');
if (app) render(<App />, app);
