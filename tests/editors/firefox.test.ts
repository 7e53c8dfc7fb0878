import { findFirefox } from '#scripts/browsers.ts';
import { describeMatrix } from './support/cases.ts';
import { startFirefox } from './support/firefox.ts';

const editors = ['textarea', 'contenteditable', 'draft', 'lexicalRich', 'prosemirror'] as const;

describeMatrix({
  browser: 'Firefox',
  path: findFirefox(),
  start: startFirefox,
  editors,
  tabs: 3,
  unfocused: editors,
});
