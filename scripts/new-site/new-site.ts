/** What a new site is made of: files that are written, and lines that are put into tables. No file is touched here. */
import { toAdapter, toFirstPage, toPoisonedPage } from './skeleton.ts';

export const groups = ['networks', 'reviews', 'forums', 'developers'] as const;
export type Group = (typeof groups)[number];

export interface NewSite {
  id: string;
  name: string;
  group: Group;
  /** Where it stands, if in one place; null for software that runs anywhere. */
  host: string | null;
  /** `YYYY-MM` */
  month: string;
}

/** A line that a table gets. */
interface Entry {
  path: string;
  text: string;
  /** The line before which it goes. */
  before: RegExp;
}

/** What speaks against this site; null when nothing does. `isThere` tells of a path of the repository. */
export function findFault(
  { id, name, host }: NewSite,
  known: readonly string[],
  isThere: (path: string) => boolean,
): string | null {
  if (!/^[a-z][a-z0-9]{1,30}$/u.test(id)) {
    return `“${id}” is no id: small letters and digits only, as in “hackernews”.`;
  }
  if (!/^[^|'"`\\<>\n]{1,40}$/u.test(name) || name.trim() !== name) {
    return 'The name has 1 to 40 characters, none of | \' " ` \\ < >.';
  }
  if (host !== null && !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u.test(host)) {
    return `“${host}” is no host: write it as in “--host=forum.example”.`;
  }
  if (known.includes(id)) return `There is a site “${id}” already.`;
  const taken = [`utils/sites/${id}.ts`, `utils/sites/${id}`, `tests/sites/${id}`].find(isThere);
  return taken === undefined ? null : `${taken} is there already; choose another id.`;
}

/** The files of a site, by path. */
export function toFiles(site: NewSite): Record<string, string> {
  return {
    [`utils/sites/${site.id}.ts`]: toAdapter(site),
    [`tests/sites/${site.id}/thread/page.html`]: toFirstPage(site),
    [`tests/sites/${site.id}/poisoned/page.html`]: toPoisonedPage(site),
  };
}

/** The tables that name all sites, each with what it gets. */
export function toEntries(site: NewSite): Entry[] {
  const { id, name } = site;
  return [
    { path: 'utils/model/site.ts', text: `  '${id}',\n`, before: /^ {2}'generic',$/mu },
    {
      path: `utils/sites/facts/${site.group}.ts`,
      text: toFacts(site),
      before: /^\} satisfies Record<string, SiteFacts>;$/mu,
    },
    toMarks(site),
    {
      path: 'utils/sites/registry.ts',
      text: `import { ${id}Adapter } from './${id}.ts';\n`,
      before: /^import \{ genericAdapter \}/mu,
    },
    {
      path: 'utils/sites/registry.ts',
      text: `  ${id}: ${id}Adapter,\n`,
      before: /^ {2}generic: genericAdapter,$/mu,
    },
    {
      path: 'components/thread/words.ts',
      text: `    ${id}: '${name}',\n`,
      before: /^ {4}generic: /mu,
    },
    { path: 'docs/sites.md', text: toRow(site), before: /^\| Other sites /mu },
  ];
}

/** A text with its entry. Throws when the place for it is not found. */
export function addEntry(text: string, { path, before, text: entry }: Entry): string {
  const at = text.search(before);
  if (at === -1) throw new Error(`${path} has changed: there is no ${String(before)} in it.`);
  return text.slice(0, at) + entry + text.slice(at);
}

function toFacts({ id, name, host, month }: NewSite): string {
  const place =
    host === null ? 'origins: [],\n    isAnywhere: true,' : `origins: ['https://${host}/*'],`;
  return `  ${id}: {
    id: '${id}',
    name: '${name}',
    ${place}
    defaultMode: 'full',
    about: 'Posts on ${name}.',
    can: ['read'],
    confidence: 'low',
    checked: '${month}',
  },
`;
}

function toMarks({ id, name, host }: NewSite): Entry {
  const path = 'utils/sites/recognize.ts';
  if (host === null) {
    const text = `  { site: '${id}', marks: 'meta[name="generator"][content^="${name}"]' },\n`;
    // The list of software is the last one of the file.
    return { path, text, before: /^\];\n\n\/\*\* The site whose adapter reads/mu };
  }
  const text = `  { site: '${id}', host: /^(?:www\\.)?${host.replaceAll('.', '\\.')}$/u },\n`;
  return { path, text, before: /^\];\n\nconst software/mu };
}

function toRow({ name, month }: NewSite): string {
  const cells = [
    name,
    'threads, as far as the first hand-cut page shows them',
    'none yet',
    'no',
    'no',
    'none',
    'low: just begun',
    `${month} on hand-cut pages only`,
  ];
  return `| ${cells.join(' | ')} |\n`;
}

/** What is left to do, in order. */
export function toNextSteps({ id, name }: NewSite): string[] {
  return [
    `Look at a real page of ${name} and cut it: npm run pages:record -- <address or file> ${id}/thread`,
    `Put its selectors and their dates into utils/sites/${id}.ts; say in utils/sites/recognize.ts how its pages are told (a case in recognize.test.ts).`,
    'Add pages: a feed or list, a quote, a foreign-language interface; three at least, with “poisoned”, which gets the structure of the real ones.',
    'npm run pages:accept · then read every line of the expected.json files. Until now its tests are red.',
    'WRITE=1 npx vitest run tests/architecture/readme-sites.test.ts · npx prettier --write docs/sites.md',
    'npx vitest run tests/sites utils/sites tests/architecture',
  ];
}
