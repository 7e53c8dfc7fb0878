/**
 * What is built beside the entrypoints. One script a site, `sites/<id>.js`: a page gets the adapter of its own site
 * only, from the background (`site.load`). What WXT builds them from is written into its own folder.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteIds } from '#utils/model/site.ts';
import { listSelectors } from '#utils/sites/selectors.ts';

/** An entrypoint, as WXT takes it. */
interface PageScript {
  name: string;
  inputPath: string;
  type: 'unlisted-script';
}

/** Writes the sources of all site scripts into this folder and tells WXT of them. */
export function writeSiteScripts(folder: string): PageScript[] {
  mkdirSync(folder, { recursive: true });
  return siteIds.map((id) => {
    const inputPath = join(folder, `${id}.ts`);
    writeFileSync(inputPath, toSource(id));
    return { name: `sites/${id}`, inputPath, type: 'unlisted-script' as const };
  });
}

/**
 * The selectors of every site as shipped, `selectors/<id>.json`: the options go by them, because a page that is asked
 * for them can answer what it likes.
 */
export async function listSelectorFiles(): Promise<{ relativeDest: string; contents: string }[]> {
  // Only builds need all adapters.
  const { siteAdapters } = await import('#utils/sites/registry.ts');
  return siteIds.map((id) => ({
    relativeDest: `selectors/${id}.json`,
    contents: JSON.stringify(listSelectors(siteAdapters[id].selectors)),
  }));
}

/**
 * What only few pages ever need: pointing at the parts of a page (`teach.start`), and taking a selection for a post
 * ("This is a post").
 */
export function toolScripts(root: string): PageScript[] {
  return ['teaching', 'marking'].map((name) => ({
    name,
    inputPath: join(root, 'entrypoints/page.content', name, 'script.ts'),
    type: 'unlisted-script' as const,
  }));
}

function toSource(id: string): string {
  return [
    `import { ${id}Adapter } from '#utils/sites/${id}.ts';`,
    `import { deliverAdapter } from '#utils/sites/delivery.ts';`,
    `import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';`,
    '',
    `export default defineUnlistedScript(() => deliverAdapter(${id}Adapter));`,
    '',
  ].join('\n');
}
