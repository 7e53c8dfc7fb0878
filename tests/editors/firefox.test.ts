import { findFirefox } from '#scripts/browsers.ts';
import { describeMatrix } from './support/cases.ts';
import { editorNames } from './support/editors.ts';
import { startFirefox } from './support/firefox.ts';

const alike = new Set(['reactTextarea', 'input', 'lexicalPlain']);
const editors = editorNames.filter((name) => !alike.has(name));

describeMatrix({
  browser: 'Firefox',
  path: findFirefox(),
  start: startFirefox,
  editors,
  tabs: 3,
  unfocused: editors,
});
