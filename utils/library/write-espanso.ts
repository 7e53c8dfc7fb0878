import { stringify } from 'yaml';
import type { LibraryEntry } from '#utils/model/library.ts';
import type { ExportedFile } from '#utils/replies/export-library.ts';

const TRIGGER_MAX = 30;

/** `:how-to-reset` of "How to reset?". */
function toSlug(title: string): string {
  const words =
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, TRIGGER_MAX).replace(/-+$/u, '');
}

/**
 * The library as a match file of espanso, which `readEspanso` reads again. Each answer has a trigger of its own; espanso
 * passes over `question`, which is ours.
 */
export function writeEspanso(entries: readonly LibraryEntry[], day: string): ExportedFile {
  const taken = new Set<string>();
  const toTrigger = (title: string, index: number) => {
    const slug = toSlug(title);
    let trigger =
      slug === '' || slug.startsWith('hearback-') ? `:hearback-${index + 1}` : `:${slug}`;
    for (let next = 2; taken.has(trigger); next += 1) trigger = `:${slug}-${next}`;
    taken.add(trigger);
    return trigger;
  };
  const matches = entries.map(({ text, title = '', question = '', tags }, index) => ({
    trigger: toTrigger(title, index),
    ...(title === '' ? {} : { label: title }),
    replace: text,
    ...(question === '' ? {} : { question }),
    ...(tags.length === 0 ? {} : { search_terms: tags }),
  }));
  const text = stringify({ matches }, { lineWidth: 0, aliasDuplicateObjects: false });
  return { name: `hearback-library-${day}.yml`, type: 'application/yaml', text };
}
