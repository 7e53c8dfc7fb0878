import { describeMatrix } from './support/cases.ts';
import { findBrowser } from './support/find-browser.ts';
import { startFirefox } from './support/firefox.ts';

describeMatrix({
  browser: 'Firefox',
  path: findBrowser(['firefox-esr', 'firefox']),
  start: startFirefox,
  editors: ['textarea', 'contenteditable', 'draft', 'lexicalRich', 'prosemirror'],
  tabs: 3,
  // The one editor that minds.
  unfocused: ['draft'],
});
