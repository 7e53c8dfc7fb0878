import { describeMatrix, editorNames } from './support/cases.ts';
import { startChromium } from './support/chromium.ts';
import { findChromium } from '#scripts/browsers.ts';

describeMatrix({
  browser: 'Chromium',
  path: findChromium(),
  start: startChromium,
  editors: editorNames,
  tabs: 5,
  unfocused: editorNames,
});
