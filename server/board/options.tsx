import { render } from 'preact';
import '#components/tokens.css';
import '#components/settings/settings.css';
import { App } from '#entrypoints/options/App.tsx';
import { startBackground } from './start-background.ts';

startBackground();

const app = document.querySelector('#app');
if (app) render(<App readsSites={false} />, app);
