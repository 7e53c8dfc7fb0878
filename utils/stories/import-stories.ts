/** Stories out of files: our own, and bookmarks as browsers and bookmark services write them. */
import Papa from 'papaparse';
import { toAddressId, toQuietAddress } from '#utils/model/address-id.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import type { Post } from '#utils/model/post.ts';
import { NOTE_MAX, TAG_MAX, TAGS_MAX } from '#utils/model/story-limits.ts';
import { permissionSchema, storySaveSchema } from '#utils/model/story.ts';
import type { Evidence, Permission, StorySave } from '#utils/model/story.ts';
import { STORIES_FORMAT } from './export-stories.ts';

/** Stories of one file; more are left out and said so. */
export const IMPORT_MAX = 50_000;

/** A story that a file holds. */
export interface FoundStory {
  save: StorySave;
  /** Steps of asking for permission, oldest first; who and when is that of whoever imports. */
  steps: { state: Permission; evidence?: Evidence }[];
  /** Names of the collections it was in. */
  collections: string[];
}

export interface StoryFile {
  kind: 'hearback' | 'bookmarks';
  stories: FoundStory[];
  /** What was left out, with the reason; `line` counts stories, from 1. */
  skipped: { line: number; reason: string }[];
}

const NOT_READ =
  'This file holds no stories that Hearback can read. It takes its own JSON and CSV files, bookmarks that a browser exported as HTML, and CSV files with a column “url”.';
const NOT_A_STORY = 'Not a story as Hearback writes it.';
const NO_ADDRESS = 'No web address.';
const TWICE = 'The same post stands in the file before.';
const TOO_MANY = `More than ${IMPORT_MAX.toLocaleString('en')} stories: import them in several files.`;

/** What a file holds. Throws with words for people where it is none of ours. */
export function readStoryFile(fileName: string, text: string): StoryFile {
  const clean = text.replace(/^\uFEFF/u, '');
  if (/^\s*[{[]/u.test(clean)) return readJson(clean);
  if (/\.html?$/iu.test(fileName) || /^\s*<!doctype/iu.test(clean)) return readBookmarks(clean);
  return readCsv(clean);
}

function readJson(text: string): StoryFile {
  let file: { hearbackStories?: unknown; stories?: unknown };
  try {
    file = JSON.parse(text) as typeof file;
  } catch {
    throw new Error('This file is not whole: its JSON cannot be read. Export it again.');
  }
  if (typeof file.hearbackStories !== 'number' || !Array.isArray(file.stories)) {
    throw new Error(NOT_READ);
  }
  if (file.hearbackStories > STORIES_FORMAT) {
    throw new Error('A newer Hearback wrote this file. Update the extension, then import it.');
  }
  return collect('hearback', file.stories, (one) => readStory(one));
}

function readStory(one: unknown): FoundStory | string {
  if (typeof one !== 'object' || one === null) return NOT_A_STORY;
  const { collections, consent, ...rest } = one as Record<string, unknown>;
  const { savedBy: _by, savedAt: _at, changed: _seen, ...told } = rest;
  const save = storySaveSchema.safeParse(told);
  if (!save.success || toPostKey(save.data.post) !== save.data.id) return NOT_A_STORY;
  return {
    save: save.data,
    steps: toSteps(consent),
    collections: toTexts(collections, 80),
  };
}

function toSteps(consent: unknown): FoundStory['steps'] {
  if (!Array.isArray(consent)) return [];
  return consent.slice(-20).flatMap((step: { state?: unknown; evidence?: unknown } | null) => {
    const state = permissionSchema.safeParse(step?.state);
    if (!state.success) return [];
    const { text, permalink } = (step?.evidence ?? {}) as { text?: unknown; permalink?: unknown };
    if (typeof text !== 'string') return [{ state: state.data }];
    return [{ state: state.data, evidence: toEvidence(text, toUrl(permalink)?.href ?? null) }];
  });
}

function readCsv(text: string): StoryFile {
  const { data, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    // Our own has commas; what programs of other countries write is found out.
    delimiter: /^"?key"?,/u.test(text) ? ',' : '',
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim().toLowerCase(),
  });
  const columns = new Set(meta.fields);
  if (['key', 'link', 'author', 'text'].every((column) => columns.has(column))) {
    return collect('hearback', data, readRow);
  }
  if (!URL_COLUMNS.some((column) => columns.has(column))) throw new Error(NOT_READ);
  return collect('bookmarks', data, (row) => {
    const pick = (names: readonly string[]) =>
      names.map((name) => row[name]?.trim() ?? '').find((value) => value !== '') ?? '';
    const [title, note] = [pick(['title', 'name']), pick(NOTE_COLUMNS)];
    const tags = pick(['tags', 'labels', 'folder', 'collection']).split(/[,|]/u);
    return toBookmark({ url: pick(URL_COLUMNS), title, note, tags });
  });
}

const URL_COLUMNS = ['url', 'link', 'href', 'uri', 'address'];
const NOTE_COLUMNS = ['note', 'notes', 'excerpt', 'description', 'extended', 'comment'];

function readRow(row: Record<string, string>): FoundStory | string {
  const cell = (name: string) => (row[name] ?? '').replace(/^'(?=[=+\-@\t\r'])/u, '');
  const key = cell('key');
  const at = key.indexOf(':');
  const [site, id] = [key.slice(0, at), key.slice(at + 1)];
  const posted = Date.parse(cell('posted'));
  const state = permissionSchema.safeParse(cell('permission'));
  const permission = state.success ? state.data : 'none';
  const save = storySaveSchema.safeParse({
    id: key,
    post: {
      site,
      id,
      author: { handle: cell('author'), ...(cell('name') === '' ? {} : { name: cell('name') }) },
      text: cell('text'),
      ...(cell('title') === '' ? {} : { title: cell('title') }),
      permalink: cell('link') === '' ? null : cell('link'),
      time: Number.isNaN(posted) ? null : posted,
      parentId: null,
    },
    note: cell('note'),
    tags: toNames(cell('tags')),
    permission,
    ...(cell('campaign') === '' ? {} : { campaign: cell('campaign') }),
  });
  if (!save.success) return NOT_A_STORY;
  const link = toUrl(cell('evidence link'))?.href ?? null;
  const evidence =
    cell('evidence') === '' && link === null
      ? {}
      : { evidence: toEvidence(cell('evidence'), link) };
  return {
    save: save.data,
    steps: permission === 'none' ? [] : [{ state: permission, ...evidence }],
    collections: toNames(cell('collections')),
  };
}

/** Bookmarks as every browser exports them (NETSCAPE-Bookmark-file-1). Folders become tags. */
function readBookmarks(text: string): StoryFile {
  const found: { url: string; title: string; tags: string[]; note: string }[] = [];
  const folders: string[] = [];
  let named = '';
  // Each part is read once: a tag that matters and the words up to the next one.
  for (const [, slash, tag, attributes = '', words = ''] of text.matchAll(
    /<(\/?)(a|h3|dl|dd)\b([^>]{0,8000})>([^<]*)/giu,
  )) {
    const name = `${slash}${tag?.toLowerCase()}`;
    const said = toPlain(words);
    if (name === 'h3') named = said;
    if (name === 'dl') {
      folders.push(named);
      named = '';
    }
    if (name === '/dl') folders.pop();
    if (name === 'a') {
      const tags = [...toAttribute(attributes, 'tags').split(','), ...folders];
      found.push({ url: toAttribute(attributes, 'href'), title: said, tags, note: '' });
    }
    const last = found.at(-1);
    if (name === 'dd' && last) last.note = said;
  }
  if (found.length === 0) throw new Error(NOT_READ);
  return collect('bookmarks', found, toBookmark);
}

interface Bookmark {
  url: string;
  title: string;
  note: string;
  tags: readonly string[];
}

function toBookmark({ url, title, note, tags }: Bookmark): FoundStory | string {
  const address = toUrl(url);
  if (!address) return NO_ADDRESS;
  const post = toPost(address, title);
  const save = storySaveSchema.safeParse({
    id: toPostKey(post),
    post,
    note: note.slice(0, NOTE_MAX),
    tags: toTexts(tags, TAG_MAX).slice(0, TAGS_MAX),
    permission: 'none',
  });
  return save.success ? { save: save.data, steps: [], collections: [] } : NO_ADDRESS;
}

/** A post of which no more is known than its address, under the key that the page itself would give it where we know that. */
function toPost(address: URL, title: string): Post {
  const { hostname, pathname } = address;
  const host = hostname.replace(/^(?:www|mobile|old|new|m)\./u, '');
  const base = { text: title.slice(0, 5_000), time: null, parentId: null };
  const x = /^\/([^/]+)\/status\/(\d+)/u.exec(pathname);
  if ((host === 'x.com' || host === 'twitter.com') && x) {
    const [, handle = '', id = ''] = x;
    const permalink = `https://x.com/${handle}/status/${id}`;
    return { ...base, site: 'x', id, author: { handle }, permalink };
  }
  const quiet = toQuietAddress(address);
  return {
    ...base,
    site: 'generic',
    id: toAddressId(address).slice(0, 300),
    author: { handle: host.slice(0, 200) },
    permalink: quiet.href,
  };
}

/** Goes through what a file holds: one post is one story, and what cannot be read is said. */
function collect<T>(
  kind: StoryFile['kind'],
  all: readonly T[],
  read: (one: T) => FoundStory | string,
): StoryFile {
  const stories = new Map<string, FoundStory>();
  const skipped: StoryFile['skipped'] = [];
  all.forEach((one, at) => {
    const found = stories.size < IMPORT_MAX ? read(one) : TOO_MANY;
    if (typeof found === 'string') skipped.push({ line: at + 1, reason: found });
    else if (stories.has(found.save.id)) skipped.push({ line: at + 1, reason: TWICE });
    else stories.set(found.save.id, found);
  });
  return { kind, stories: [...stories.values()], skipped };
}

function toEvidence(text: string, permalink: string | null): Evidence {
  return { text: text.slice(0, 2_000), permalink };
}

function toNames(cell: string): string[] {
  const [names = []] = cell === '' ? [] : Papa.parse<string[]>(cell, { delimiter: ',' }).data;
  return names;
}

function toTexts(list: unknown, most: number): string[] {
  const texts = Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
  const clean = texts.map((one: string) => one.trim().slice(0, most).trim()).filter(Boolean);
  return [...new Map(clean.map((one) => [one.toLowerCase(), one])).values()];
}

function toUrl(value: unknown): URL | null {
  if (typeof value !== 'string' || value.length > 2_000 || !URL.canParse(value)) return null;
  const url = new URL(value);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

function toAttribute(attributes: string, name: string): string {
  const [, double, single] =
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'iu').exec(attributes) ?? [];
  return toPlain(double ?? single ?? '');
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Words of an HTML file as plain ones. */
function toPlain(words: string): string {
  return words
    .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,5}));/giu, (all, dec, hex, name) => {
      if (name !== undefined) return entities[String(name).toLowerCase()] ?? String(all);
      const code = dec === undefined ? Number.parseInt(String(hex), 16) : Number(dec);
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code).toWellFormed() : '';
    })
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
