import { describeMatrix, editorNames } from './support/cases.ts';
import { startChromium } from './support/chromium.ts';
import { findBrowser } from './support/find-browser.ts';

describeMatrix({
  browser: 'Chromium',
  path: findBrowser(['chromium', 'chromium-browser']),
  start: startChromium,
  editors: editorNames,
  tabs: 5,
  unfocused: editorNames,
});
