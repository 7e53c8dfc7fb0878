import { render } from 'preact';
import '#components/tokens.css';
import '#components/settings/settings.css';
import { App } from './App.tsx';

const app = document.querySelector('#app');
if (app) render(<App />, app);
