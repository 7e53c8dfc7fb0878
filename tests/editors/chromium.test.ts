import { describeMatrix } from './support/cases.ts';
import { editorNames } from './support/editors.ts';
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
