import type { Intent } from '#utils/model/intents.ts';
import type { Permission, Story } from '#utils/model/story.ts';
import { toLine, toMarkdown, toMarkdownUrl, toSlack, toSlackUrl } from '#utils/text/escape.ts';
import type { Share, Theme } from './theme.ts';
import { toTrendWords } from './trend.ts';

const TITLE_MAX = 120;
const QUOTE_MAX = 400;
const NAME_MAX = 80;
const STORIES_MAX = 10;
const SHARES_MAX = 5;

/** A post as it is quoted. */
export interface QuotedPost {
  text: string;
  permalink: string | null;
  site: string;
}

export type LinkedStory = Pick<Story, 'id' | 'post' | 'permission'>;

/** What is told beside a theme. */
export interface IssueContext {
  /** The time it is about, such as "the last 30 days". */
  during: string;
  /** A post of the theme's examples; undefined where it is gone. */
  postOf(id: string): QuotedPost | undefined;
  /** All stories; those of the theme's posts are told. */
  stories?: readonly LinkedStory[];
  brandName?(brandId: string): string | undefined;
}

/** For the form of an issue tracker: a plain title and a body in Markdown. */
export interface Issue {
  title: string;
  body: string;
}

interface SlackText {
  type: 'mrkdwn';
  text: string;
  verbatim: true;
}

/** As incoming webhooks of Slack, Mattermost, Rocket.Chat and others take it; those without blocks show the text. */
export interface SlackMessage {
  text: string;
  blocks: { type: 'section'; text: SlackText }[];
}

const intentWords: Record<Intent, string> = {
  question: 'questions',
  complaint: 'complaints',
  praise: 'praise',
  buying: 'wanting to buy',
  press: 'press or crisis',
  abuse: 'abuse',
  noise: 'noise',
};

const permissionWords: Record<Permission, string> = {
  none: 'not asked for permission',
  asked: 'asked for permission',
  granted: 'permission granted',
  declined: 'permission declined',
  withdrawn: 'permission withdrawn',
};

/** As `mayLeave` of the model, which carries the validator. */
const WITHHELD: ReadonlySet<Permission> = new Set(['declined', 'withdrawn']);

/** The stories of a theme's posts, without those whose customer said no. */
export function toLinkedStories(
  { ids, examples }: Pick<Theme, 'ids' | 'examples'>,
  stories: readonly LinkedStory[],
): LinkedStory[] {
  const own = new Set([...ids, ...examples]);
  return stories.filter(({ id, permission }) => own.has(id) && !WITHHELD.has(permission));
}

/** A theme for an issue tracker. */
export function toThemeIssue(theme: Theme, context: IssueContext): Issue {
  const quotes = toQuotes(theme, context).map(({ text, permalink, site }) => {
    const url = toMarkdownUrl(permalink);
    const where = toMarkdown(site);
    return `> ${toMarkdown(text)}\n>\n> ${url ? `[${where}](${url})` : where}`;
  });
  const stories = toStories(theme, context).map(({ handle, site, text, permalink, permission }) => {
    const url = toMarkdownUrl(permalink);
    const who = toMarkdown(`${handle} on ${site}`);
    return `- ${url ? `[${who}](${url})` : who}: “${toMarkdown(text)}” (${permission})`;
  });
  const parts = [
    toFacts(theme, context)
      .map((line) => `- ${toMarkdown(line)}`)
      .join('\n'),
    ...(quotes.length > 0 ? ['## What customers say', ...quotes] : []),
    ...(stories.length > 0 ? ['## Stories', stories.join('\n')] : []),
  ];
  return { title: toTitle(theme), body: `${parts.join('\n\n')}\n` };
}

/** A theme as one document in Markdown. */
export function toThemeMarkdown(theme: Theme, context: IssueContext): string {
  const { title, body } = toThemeIssue(theme, context);
  return `# ${toMarkdown(title)}\n\n${body}`;
}

/** A theme as a message for a Slack-compatible webhook. */
export function toThemeSlack(theme: Theme, context: IssueContext): SlackMessage {
  const sections = [
    [
      `*${toSlack(toTitle(theme))}*`,
      ...toFacts(theme, context).map((line) => `• ${toSlack(line)}`),
    ],
    ...toQuotes(theme, context).map(({ text, permalink, site }) => [
      `> ${toSlack(text)}`,
      toSlackLink(permalink, site),
    ]),
    ...toStories(theme, context).map(({ handle, site, text, permalink, permission }) => [
      `Story (${permission}): “${toSlack(text)}”`,
      toSlackLink(permalink, `${handle} on ${site}`),
    ]),
  ].map((lines) => lines.join('\n'));
  return {
    text: sections.join('\n\n'),
    blocks: sections.map((text) => ({
      type: 'section',
      text: { type: 'mrkdwn', text, verbatim: true },
    })),
  };
}

function toTitle({ label, count, trend }: Theme): string {
  const name = toLine(label, NAME_MAX);
  const counted = trend ? toTrendWords(trend) : `${count}`;
  return toLine(`${name}: ${counted}`, TITLE_MAX);
}

function toFacts(theme: Theme, { during, brandName }: IssueContext): string[] {
  const { count, share, trend, intents, brands, sites, words } = theme;
  const percent = share > 0 && share < 0.01 ? 'under 1 %' : `${Math.round(100 * share)} %`;
  const kinds = Object.entries(intents).map(
    ([intent, number]) => `${number} ${intentWords[intent as Intent]}`,
  );
  const named = brands.map(({ id, count }) => ({ id: brandName?.(id) ?? id, count }));
  return [
    `${count} ${count === 1 ? 'post' : 'posts'} in ${toLine(during, NAME_MAX)}, ${percent} of all`,
    ...(trend ? [`Trend: ${toTrendWords(trend)}`] : []),
    ...(kinds.length > 0 ? [`Of these: ${kinds.join(', ')}`] : []),
    ...(words.length > 0
      ? [`Words: ${words.map((word) => toLine(word, NAME_MAX)).join(', ')}`]
      : []),
    ...toShareLine('Brands', named),
    ...toShareLine('Sites', sites),
  ];
}

function toShareLine(name: string, shares: readonly Share[]): string[] {
  if (shares.length === 0) return [];
  const told = shares
    .slice(0, SHARES_MAX)
    .map(({ id, count }) => `${toLine(id, NAME_MAX)} ${count}`);
  const more = shares.length - told.length;
  return [`${name}: ${told.join(', ')}${more > 0 ? ` and ${more} more` : ''}`];
}

function toQuotes({ examples }: Theme, { postOf }: IssueContext): QuotedPost[] {
  return examples.flatMap((id) => {
    const post = postOf(id);
    const text = toLine(post?.text ?? '', QUOTE_MAX);
    return post && text !== '' ? [{ ...post, text, site: toLine(post.site, NAME_MAX) }] : [];
  });
}

function toStories(theme: Theme, { stories = [] }: IssueContext) {
  return toLinkedStories(theme, stories)
    .slice(0, STORIES_MAX)
    .map(({ post: { author, site, text, permalink }, permission }) => ({
      handle: toLine(author.handle, NAME_MAX),
      site: toLine(site, NAME_MAX),
      text: toLine(text, QUOTE_MAX),
      permalink,
      permission: permissionWords[permission],
    }));
}

function toSlackLink(permalink: string | null, name: string): string {
  const url = toSlackUrl(permalink);
  return url ? `<${url}|${toSlack(name)}>` : toSlack(name);
}
