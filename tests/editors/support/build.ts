import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OutputOptions, rolldown } from 'rolldown';

/** Where the built test pages and the test extension lie; a temporary folder, removed by the caller. */
export interface Built {
  folder: string;
  pages: string;
  extension: string;
}

const manifest = {
  manifest_version: 3,
  name: 'Hearback editor tests',
  version: '1.0',
  host_permissions: ['http://127.0.0.1/*'],
  content_scripts: [
    { matches: ['http://127.0.0.1/*'], js: ['content.js'], run_at: 'document_end' },
  ],
  browser_specific_settings: { gecko: { id: 'editors@hearback.example' } },
};

/** Bundles the test pages with the real editors, and our code as the content script of a tiny extension. */
export async function build(): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), 'hearback-editors-'));
  const pages = join(folder, 'pages');
  const extension = join(folder, 'extension');
  await bundle('main.ts', { dir: pages, format: 'esm' });
  await bundle('content.ts', { file: join(extension, 'content.js'), format: 'iife' });
  await writeFile(join(extension, 'manifest.json'), JSON.stringify(manifest));
  return { folder, pages, extension };
}

async function bundle(name: string, output: OutputOptions): Promise<void> {
  const input = join(import.meta.dirname, '../pages', name);
  // Draft.js reads `global`, which pages call `globalThis`.
  const define = { 'process.env.NODE_ENV': '"production"', global: 'globalThis' };
  const made = await rolldown({
    input,
    platform: 'browser',
    transform: { define },
    logLevel: 'silent',
  });
  await made.write(output);
  await made.close();
}
