import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A script for the practice page, built from `client/` at its first use and kept in memory. */
export type PracticeScript = 'page' | 'rich-editor';

const built = new Map<PracticeScript, Promise<string | null>>();

/** JavaScript for the browser; null when it cannot be built here (the page then does without). */
export function loadScript(name: PracticeScript): Promise<string | null> {
  const known = built.get(name) ?? build(name);
  built.set(name, known);
  return known;
}

async function build(name: PracticeScript): Promise<string | null> {
  const path = fileURLToPath(new URL(`./client/${name}.ts`, import.meta.url));
  try {
    // Comes with the development tools only; a server installed without them serves the plain fields.
    const { build: bundle } = await import('rolldown');
    const { output } = await bundle({
      input: path,
      platform: 'browser',
      write: false,
      logLevel: 'silent',
    });
    return output[0].code;
  } catch {
    return name === 'page' ? stripTypeScriptTypes(await readFile(path, 'utf8')) : null;
  }
}
