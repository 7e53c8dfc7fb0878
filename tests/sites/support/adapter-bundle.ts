import { resolve } from 'node:path';
import { rolldown } from 'rolldown';

const ROOT = resolve(import.meta.dirname, '../../..');
const ENTRY = '\0adapters';
const SOURCE = `
import { readPage } from '${ROOT}/tests/sites/support/read-page.ts';
globalThis.readSitePage = (address, site) => readPage(document, new URL(address), site);
`;

/** All adapters as one classic script that defines `readSitePage(address, site)` in the page it is run in. */
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
        load: (id) => (id === ENTRY ? SOURCE : undefined),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'iife' });
  await bundle.close();
  return output[0].code;
}
