import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { rolldown } from 'rolldown';

const ROOT = resolve(import.meta.dirname, '../../..');
const ENTRY = '\0adapters';

/** All adapters as one classic script that defines `readSitePage(address)` in the page it is run in. */
export async function bundleAdapters(): Promise<string> {
  const bundle = await rolldown({
    input: ENTRY,
    cwd: ROOT,
    platform: 'browser',
    logLevel: 'silent',
    plugins: [
      {
        name: 'adapters-entry',
        resolveId: (id) => (id === ENTRY ? id : undefined),
        load: (id) => (id === ENTRY ? toEntry() : undefined),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'iife' });
  await bundle.close();
  return output[0].code;
}

function toEntry(): string {
  const sites = ['x', 'reddit', 'bluesky', 'mastodon', 'hackernews', 'generic'].filter((site) =>
    existsSync(`${ROOT}/utils/sites/${site}.ts`),
  );
  return [
    `import { readPage } from '${ROOT}/tests/sites/support/read-page.ts';`,
    ...sites.map((site) => `import { ${site}Adapter } from '${ROOT}/utils/sites/${site}.ts';`),
    `globalThis.readSitePage = (address) => readPage([${sites.map((site) => `${site}Adapter`).join(', ')}], document, new URL(address));`,
  ].join('\n');
}
