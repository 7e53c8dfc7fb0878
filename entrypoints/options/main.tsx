// First: what comes behind it may load Zod.
import '#components/data/zod-without-eval.ts';
import { render } from 'preact';
import '#components/tokens.css';
import '#components/settings/settings.css';
import { App } from './App.tsx';

const app = document.querySelector('#app');
if (app) render(<App />, app);
