/** The module graph of the whole repository, read by the parser that also builds the extension. */
import { dirname, join, posix } from 'node:path';
import { existsSync } from 'node:fs';
import { parseSync } from 'rolldown/utils';
import { isCode, listFiles, readText, root } from './source-files.ts';

/** One import as it is written. */
export interface Import {
  from: string;
  /** The words of the import: `#utils/model/post.ts`, `./map.ts`, `zod`. */
  specifier: string;
  /** The file of ours that it means; null for packages. */
  to: string | null;
  /** Leaves nothing behind when types are stripped. */
  isType: boolean;
}

interface Found {
  specifier: string;
  isType: boolean;
}

function findImports(path: string, source: string): Found[] {
  const { module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const all = (entries: readonly { isType: boolean }[]) =>
    entries.length > 0 && entries.every(({ isType }) => isType);
  return [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      specifier: moduleRequest.value,
      isType: all(entries),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ specifier: moduleRequest.value, isType }] : [],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      specifier: source.slice(start, end).replaceAll(/^['"`]|['"`]$/gu, ''),
      isType: false,
    })),
  ];
}

function resolve(from: string, specifier: string): string | null {
  const [plain = specifier] = specifier.split('?');
  if (plain.startsWith('#')) return plain.slice(1);
  if (plain.startsWith('.')) return posix.join(dirname(from), plain);
  return null;
}

let cached: Import[] | null = null;

/** Every import of every code file. Throws for a file that does not parse. */
export function loadImports(): Import[] {
  cached ??= listFiles()
    .filter(isCode)
    .flatMap((from) =>
      findImports(from, readText(from)).map(({ specifier, isType }) => ({
        from,
        specifier,
        isType,
        to: resolve(from, specifier),
      })),
    );
  return cached;
}

/** Those that mean a file of ours which is not there. */
export function findBroken(imports: readonly Import[]): Import[] {
  return imports.filter(({ to }) => to !== null && !existsSync(join(root, to)));
}

/**
 * Everything that loading `start` loads at run time, as a shortest path of files from `start` to each: our files
 * by path, packages by name.
 */
export function reach(imports: readonly Import[], start: string): Map<string, string[]> {
  const bySource = Map.groupBy(
    imports.filter(({ isType }) => !isType),
    ({ from }) => from,
  );
  const paths = new Map<string, string[]>([[start, [start]]]);
  for (const [file, path] of paths) {
    for (const { to, specifier } of bySource.get(file) ?? []) {
      const next = to ?? specifier;
      if (!paths.has(next)) paths.set(next, [...path, next]);
    }
  }
  return paths;
}

/** A shortest ring of run-time imports, as files; null when there is none. */
export function findCycle(imports: readonly Import[]): string[] | null {
  const own = imports.filter(({ to, isType }) => to !== null && !isType);
  const bySource = Map.groupBy(own, ({ from }) => from);
  for (const start of bySource.keys()) {
    const paths = new Map<string, string[]>([[start, [start]]]);
    for (const [file, path] of paths) {
      for (const { to } of bySource.get(file) ?? []) {
        if (to === start) return [...path, start];
        if (to !== null && !paths.has(to)) paths.set(to, [...path, to]);
      }
    }
  }
  return null;
}
