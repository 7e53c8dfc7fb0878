/**
 * Tries every import fence of `.oxlintrc.json`: a line that must not pass, and one beside it that must. A fence
 * whose pattern matches nothing any more fails here.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './support/source-files.ts';

const forbidden: [file: string, code: string][] = [
  ['utils/text/a.ts', `import '#utils/model/post.ts'`],
  ['utils/text/b.ts', `import 'zod'`],
  ['utils/model/a.ts', `import '#utils/text/hash.ts'`],
  ['utils/model/b.ts', `import 'dexie'`],
  ['utils/sites/a.ts', `import '#utils/platform/browser.ts'`],
  ['utils/sites/b.ts', `import '#utils/messages/send.ts'`],
  ['utils/sites/x/d.ts', `import 'preact'`],
  ['utils/sites/e.ts', `fetch('https://x.com')`],
  ['utils/sites/f.ts', `globalThis.indexedDB.open('x')`],
  ['utils/spotting/a.ts', `import '#utils/sites/x.ts'`],
  ['utils/spotting/b.ts', `import '#utils/sites/registry.ts'`],
  ['utils/spotting/c.ts', `import '#utils/platform/clock.ts'`],
  ['utils/editors/a.ts', `import '#utils/model/post.ts'`],
  ['utils/editors/b.ts', `import '#utils/spotting/page-watcher.ts'`],
  ['utils/replies/a.ts', `import '#utils/db/library.ts'`],
  ['utils/replies/b.ts', `import 'fuse.js'`],
  ['utils/library/a.ts', `import '#utils/db/open.ts'`],
  ['utils/library/b.ts', `import 'papaparse'`],
  ['utils/voice/a.ts', `import '#utils/checks/check-draft.ts'`],
  ['utils/voice/b.ts', `import 'zod'`],
  ['utils/checks/a.ts', `import '#utils/db/library.ts'`],
  ['utils/checks/b.ts', `import 'twitter-text'`],
  ['utils/triage/a.ts', `import '#utils/db/meta.ts'`],
  ['utils/triage/b.ts', `import '#utils/replies/polarity.ts'`],
  ['utils/themes/a.ts', `import '#utils/db/open.ts'`],
  ['utils/themes/b.ts', `import '#utils/triage/judge.ts'`],
  ['utils/themes/c.ts', `import 'zod'`],
  ['utils/queue/a.ts', `import '#utils/db/open.ts'`],
  ['utils/queue/b.ts', `import '#utils/themes/spikes.ts'`],
  ['utils/routing/a.ts', `import '#utils/triage/judge.ts'`],
  ['utils/routing/b.ts', `import 'zod'`],
  ['utils/people/a.ts', `import '#utils/db/open.ts'`],
  ['utils/reports/a.ts', `import '#utils/db/open.ts'`],
  ['utils/reports/b.ts', `import 'uplot'`],
  ['utils/polish/a.ts', `import '#utils/platform/built-in-model.ts'`],
  ['utils/polish/b.ts', `import 'zod'`],
  ['utils/search/a.ts', `import '#utils/model/story.ts'`],
  ['utils/stories/a.ts', `import '#utils/db/open.ts'`],
  ['components/stories/A.tsx', `import '#components/data/use-stories.ts'`],
  ['utils/messages/a.ts', `import '#utils/db/open.ts'`],
  ['utils/messages/send.ts', `import { messages } from './map.ts'; messages`],
  ['utils/messages/receive-in-page.ts', `import 'zod'`],
  ['utils/messages/send.ts', `import { pageMessages } from './page-messages.ts'; pageMessages`],
  ['utils/messages/answer.ts', `import { DRAFT_MAX } from './payloads.ts'; DRAFT_MAX`],
  ['utils/db/a.ts', `import '#utils/sync/engine.ts'`],
  ['utils/db/b.ts', `import '#utils/messages/send.ts'`],
  ['utils/settings/a.ts', `import '#utils/db/open.ts'`],
  ['utils/sync/a.ts', `import '#utils/messages/map.ts'`],
  ['utils/sync/wire.ts', `import '#utils/db/open.ts'`],
  ['utils/platform/a.ts', `import 'webextension-polyfill'`],
  ['utils/platform/b.ts', `import '#utils/model/post.ts'`],
  ['components/ui/A.tsx', `import '#utils/model/post.ts'`],
  ['components/chip/A.tsx', `import '#components/data/use-panel.ts'`],
  ['components/chip/B.tsx', `import '#utils/messages/send.ts'`],
  ['components/panel/A.tsx', `import '#utils/db/open.ts'`],
  ['components/settings/A.tsx', `import 'dexie'`],
  ['components/data/a.ts', `import '#utils/sites/x.ts'`],
  ['components/data/b.ts', `import '#utils/sync/engine.ts'`],
  ['components/data/c.ts', `import 'dexie'`],
  ['entrypoints/background/yaml.ts', `import '#utils/library/read-espanso.ts'`],
  ['entrypoints/background/a.ts', `import '#components/chip/Chip.tsx'`],
  ['entrypoints/background/b.ts', `import '#utils/sites/registry.ts'`],
  ['entrypoints/background/c.ts', `import 'hono'`],
  ['entrypoints/page.content/a.ts', `import '#utils/db/open.ts'`],
  ['entrypoints/page.content/b.ts', `import '#utils/sync/engine.ts'`],
  ['entrypoints/page.content/c.ts', `import { messages } from '#utils/messages/map.ts'; messages`],
  [
    'entrypoints/page.content/c2.ts',
    `import { DRAFT_MAX } from '#utils/messages/payloads.ts'; DRAFT_MAX`,
  ],
  ['entrypoints/page.content/d.ts', `import 'zod'`],
  ['entrypoints/page.content/e.ts', `import '#components/data/use-panel.ts'`],
  ['entrypoints/page.content/f.ts', `import '#utils/platform/browser.ts'`],
  ['entrypoints/popup/a.ts', `import '#utils/db/open.ts'`],
  ['entrypoints/options/a.ts', `import 'node:fs'`],
  ['server/a.ts', `import '#utils/db/open.ts'`],
  ['server/b.ts', `import '#utils/sync/engine.ts'`],
  ['server/c.ts', `import 'dexie'`],
  ['server/d.ts', `import '#tests/support/builders.ts'`],
  ['scripts/a.ts', `import '#tests/support/builders.ts'`],
  ['scripts/b.ts', `import '#utils/platform/browser.ts'`],
];

const allowed: [file: string, code: string][] = [
  ['utils/model/ok.ts', `import 'zod'`],
  ['utils/sites/ok.ts', `import type { Post } from '#utils/model/post.ts'; export type { Post }`],
  ['utils/sites/ok2.ts', `import '#utils/model/post-key.ts'; import './adapter.ts'`],
  ['utils/sites/x/ok.ts', `import '../dom/read-text.ts'`],
  [
    'utils/spotting/ok.ts',
    `import type { SiteAdapter } from '#utils/sites/adapter.ts'; export type { SiteAdapter }`,
  ],
  ['utils/library/ok.ts', `import 'yaml'; import '#utils/replies/macros.ts'`],
  ['utils/voice/ok.ts', `import '#utils/replies/variables.ts'; import '#utils/text/sentences.ts'`],
  ['utils/checks/ok.ts', `import '#utils/voice/personalize.ts'`],
  [
    'utils/themes/ok.ts',
    `import '#utils/text/tokenize.ts'; import type { Story } from '#utils/model/story.ts'; export type { Story }`,
  ],
  ['utils/queue/ok.ts', `import '#utils/model/queue-states.ts'; import '#utils/text/thanks.ts'`],
  ['utils/routing/ok.ts', `import '#utils/text/tokenize.ts'; import '#utils/model/post-key.ts'`],
  ['utils/people/ok.ts', `import '#utils/text/escape.ts'; import '#utils/model/post-key.ts'`],
  ['utils/reports/ok.ts', `import '#utils/text/thanks.ts'; import '#utils/model/post-key.ts'`],
  ['utils/polish/ok.ts', `import '#utils/model/polish.ts'; import '#utils/text/tokenize.ts'`],
  ['utils/search/ok.ts', `import 'minisearch'; import '#utils/text/tokenize.ts'`],
  [
    'utils/stories/ok.ts',
    `import '#utils/search/growing-search.ts'; import '#utils/model/story.ts'`,
  ],
  ['utils/messages/ok.ts', `import '#utils/settings/schema.ts'; import 'zod'; import './map.ts'`],
  ['utils/db/ok.ts', `import 'dexie'; import '#utils/sync/wire.ts'`],
  ['utils/platform/browser.ts', `import 'webextension-polyfill'`],
  ['components/data/use-live-query.ts', `import 'dexie'`],
  [
    'entrypoints/page.content/ok.ts',
    `import '#utils/sync/heartbeat.ts'; import '#components/tokens.css?inline'`,
  ],
  [
    'server/ok.ts',
    `import 'hono'; import 'node:fs'; import '#utils/sync/wire.ts'; import '#utils/polish/to-prompt.ts'; import '#server/app.ts'`,
  ],
  ['utils/db/ok.test.ts', `import '#tests/support/builders.ts'; import '#utils/sync/engine.ts'`],
];

const dir = mkdtempSync(join(tmpdir(), 'hearback-fences-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Finding {
  code: string;
  filename: string;
}

let stopped: Set<string>;

beforeAll(() => {
  for (const [file, code] of [...forbidden, ...allowed]) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), `${code};\n`);
  }
  copyFileSync(join(root, '.oxlintrc.json'), join(dir, '.oxlintrc.json'));
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json', '.'], {
    cwd: dir,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Finding[] };
  stopped = new Set(
    diagnostics
      .filter(({ code }) => code.includes('no-restricted-'))
      .map(({ filename }) => filename),
  );
});

test.each(forbidden)('%s may not: %s', (file) => {
  expect(stopped).toContain(file);
});

test.each(allowed)('%s may: %s', (file) => {
  expect(stopped).not.toContain(file);
});
