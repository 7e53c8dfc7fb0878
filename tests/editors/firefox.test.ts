import { findFirefox } from '#scripts/browsers.ts';
import { describeMatrix } from './support/cases.ts';
import { editorNames } from './support/editors.ts';
import { startFirefox } from './support/firefox.ts';

describeMatrix({
  browser: 'Firefox',
  path: findFirefox(),
  start: startFirefox,
  editors: editorNames,
  tabs: 3,
  unfocused: editorNames,
});
