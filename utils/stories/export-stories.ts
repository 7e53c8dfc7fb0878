/** Stories as files: for spreadsheets, for other programs and Hearback itself, for texts, for web pages. */
import Papa from 'papaparse';
import { mayLeave } from '#utils/model/may-leave.ts';
import type { Story } from '#utils/model/story.ts';
import { toCsvCell } from '#utils/text/csv-cell.ts';
import { toLine, toMarkdown, toMarkdownUrl } from '#utils/text/escape.ts';
import { toDay, toQuoteHtml } from './quote-card.ts';

export type StoryFormat = 'csv' | 'json' | 'md' | 'html';

/** What of the team stands in a file by name. */
export interface StoryNames {
  /** Member id → name. */
  members: Readonly<Record<string, string>>;
  /** Collection id → name. */
  collections: Readonly<Record<string, string>>;
  /** A site as people say it. */
  site(story: Story): string;
}

export interface ExportedStories {
  name: string;
  /** MIME type. */
  type: string;
  text: string;
  /** Left out, because their customers declined or withdrew. */
  withheld: number;
}

/** Raised when what a file holds changes. */
export const STORIES_FORMAT = 1;

const types: Record<StoryFormat, string> = {
  csv: 'text/csv',
  json: 'application/json',
  md: 'text/markdown',
  html: 'text/html',
};

/** The columns of a CSV file. */
export const storyColumns = [
  'key',
  'link',
  'site',
  'author',
  'name',
  'posted',
  'title',
  'text',
  'note',
  'tags',
  'campaign',
  'collections',
  'permission',
  'evidence',
  'evidence link',
  'saved',
  'saved by',
] as const;
export type StoryColumn = (typeof storyColumns)[number];

/** A file of stories, in the order given; `day` (YYYY-MM-DD) stands in its name. */
export function exportStories(
  stories: readonly Story[],
  format: StoryFormat,
  names: StoryNames,
  day: string,
): ExportedStories {
  const told = stories.filter(mayLeave);
  const write = { csv: toCsv, json: toJson, md: toText, html: toPage };
  return {
    name: `hearback-stories-${day}.${format}`,
    type: types[format],
    text: write[format](told, names),
    withheld: stories.length - told.length,
  };
}

function toCsv(stories: readonly Story[], names: StoryNames): string {
  const rows = stories.map((story) => {
    const row = toRow(story, names);
    return storyColumns.map((column) => toCsvCell(row[column]));
  });
  return `${Papa.unparse({ fields: [...storyColumns], data: rows })}\r\n`;
}

function toRow(story: Story, names: StoryNames): Record<StoryColumn, string> {
  const { post } = story;
  const evidence = story.consent?.findLast((step) => step.evidence)?.evidence;
  return {
    key: story.id,
    link: post.permalink ?? '',
    site: names.site(story),
    author: post.author.handle,
    name: post.author.name ?? '',
    posted: toMoment(post.time),
    title: post.title ?? '',
    text: post.text,
    note: story.note,
    tags: toList(story.tags),
    campaign: story.campaign ?? '',
    collections: toList(toCollections(story, names)),
    permission: story.permission,
    evidence: evidence?.text ?? '',
    'evidence link': evidence?.permalink ?? '',
    saved: toMoment(story.savedAt),
    'saved by': names.members[story.savedBy] ?? '',
  };
}

/** Names in one cell; those with a comma or a quotation mark in quotation marks, as in the file itself. */
function toList(list: readonly string[]): string {
  return list.length === 0 ? '' : Papa.unparse([[...list]]);
}

function toJson(stories: readonly Story[], names: StoryNames): string {
  const told = stories.map(({ picture: _bytes, collections: _ids, savedBy, ...story }) => ({
    ...story,
    collections: toCollections({ collections: _ids }, names),
    savedBy: names.members[savedBy] ?? '',
    ...(story.consent
      ? { consent: story.consent.map((step) => ({ ...step, by: names.members[step.by] ?? '' })) }
      : {}),
  }));
  return `${JSON.stringify({ hearbackStories: STORIES_FORMAT, stories: told }, null, 2)}\n`;
}

function toText(stories: readonly Story[], names: StoryNames): string {
  return `${stories.map((story) => toMarkdownQuote(story, names.site(story))).join('\n---\n\n')}`;
}

/** One story in Markdown: the quote with whose it is, what came after, and what the team wrote of it. */
export function toMarkdownQuote(story: Story, site: string): string {
  const { post, arc = [], note, tags } = story;
  const link = toMarkdownUrl(post.permalink);
  const place = link === null ? toMarkdown(site) : `[${toMarkdown(site)}](${link})`;
  const who = [post.author.name, `@${post.author.handle.replace(/^@/, '')}`]
    .filter((one) => one !== undefined)
    .map((one) => toMarkdown(toLine(one, 200)))
    .join(', ');
  const lines = [
    toQuote(post.title ? `${post.title}\n\n${post.text}` : post.text),
    `— ${who}, ${place}${post.time === null ? '' : `, ${toDay(post.time)}`}`,
    ...arc.map(
      ({ from, handle, text }) =>
        `${from === 'team' ? 'Our answer' : 'And then'} (${toMarkdown(toLine(handle, 200))}):\n\n${toQuote(text)}`,
    ),
    ...(note === '' ? [] : [toParagraphs(note).join('\n\n')]),
    ...(tags.length === 0
      ? []
      : [`Tags: ${tags.map((tag) => toMarkdown(toLine(tag, 100))).join(', ')}`]),
  ];
  return `${lines.join('\n\n')}\n`;
}

function toQuote(text: string): string {
  return toParagraphs(text)
    .map((line) => `> ${line}`)
    .join('\n>\n');
}

function toParagraphs(text: string): string[] {
  return text
    .split(/\n+/u)
    .map((line) => toMarkdown(toLine(line, 10_000)))
    .filter((line) => line !== '');
}

function toPage(stories: readonly Story[], names: StoryNames): string {
  const quotes = stories.map((story) => toQuoteHtml(story, names.site(story))).join('\n');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>Customer stories</title>
<style>body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;color:#1b2329}</style>
<body>
${quotes}
</body>
</html>
`;
}

function toCollections({ collections = [] }: Pick<Story, 'collections'>, names: StoryNames) {
  return collections.flatMap((id) => names.collections[id] ?? []);
}

function toMoment(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString();
}
