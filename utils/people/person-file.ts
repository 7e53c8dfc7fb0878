/** Everything that a team has of one person, as files that can be given to them. */
import type { Reply, Thread } from '#utils/model/thread.ts';
import type { Story } from '#utils/model/story.ts';
import { toLine, toMarkdown, toMarkdownUrl } from '#utils/text/escape.ts';

/** What is known of a person; bodies as they are stored. */
export interface Person {
  site: string;
  author: string;
  threads: readonly { thread: Thread; replies: readonly Reply[] }[];
  replies: readonly Reply[];
  stories: readonly Story[];
  quotedIn: readonly { kind: string; id: string; text: string }[];
  library: readonly object[];
  drafts: readonly { threadId: string; text: string; at: number }[];
  /** As `data:` addresses. */
  pictures: readonly { storyId: string; data: string }[];
}

export interface PersonFile {
  name: string;
  /** MIME type. */
  type: string;
  text: string;
}

/** Raised when what a file holds changes. */
export const PERSON_FORMAT = 1;

const NAME_MAX = 80;

/** All of it for programs: records as they are stored, nothing left out. `at`: ms since 1970. */
export function toPersonJson(person: Person, at: number): PersonFile {
  const file = { hearback: 'person', format: PERSON_FORMAT, exportedAt: toTime(at), ...person };
  return {
    name: toName(person, 'json'),
    type: 'application/json',
    text: `${JSON.stringify(file, null, 2)}\n`,
  };
}

/** The same for people to read: what they wrote, what was answered, what was saved and allowed. */
export function toPersonMarkdown(person: Person, siteName: string, at: number): PersonFile {
  const { author, threads, replies, stories, quotedIn, library, drafts, pictures } = person;
  const who = toMarkdown(toLine(`@${author} on ${siteName}`, NAME_MAX));
  const lines = [
    `# ${who}`,
    '',
    `What is on record of this person as of ${toTime(at)}.`,
    ...(threads.length === 0 ? [] : ['', '## Posts and answers']),
    ...threads.flatMap(toThreadLines),
    ...(replies.length === 0 ? [] : ['', '## Answers under this handle', '']),
    ...replies.map(toReplyLine),
    ...(stories.length === 0 ? [] : ['', '## Saved stories']),
    ...stories.flatMap(toStoryLines),
    ...(quotedIn.length === 0 ? [] : ['', '## Quoted by others', '']),
    ...quotedIn.map(({ text }) => `- ${toMarkdown(toOneLine(text))}`),
  ];
  const others = [
    [library.length, 'answers of the library that keep their words as a question'],
    [drafts.length, 'drafts to them that were not sent'],
    [pictures.length, 'pictures of their posts'],
  ] as const;
  const kept = others.filter(([count]) => count > 0);
  if (kept.length > 0) {
    lines.push('', '## Also kept (all of it is in the JSON file)', '');
    lines.push(...kept.map(([count, what]) => `- ${what}: ${count}`));
  }
  return {
    name: toName(person, 'md'),
    type: 'text/markdown',
    text: `${lines.join('\n')}\n`,
  };
}

function toThreadLines({ thread, replies }: Person['threads'][number]): string[] {
  const { post, route, label, followUps = [], outcome, outcomeReason } = thread;
  const state = outcomeReason === undefined ? outcome : `${outcome}, ${outcomeReason}`;
  return [
    '',
    `### ${toWhere(post.permalink, post.time ?? thread.seenAt)}`,
    '',
    ...(post.title === undefined ? [] : [`> ${toMarkdown(toOneLine(post.title))}`, '>']),
    `> ${toMarkdown(toOneLine(post.text))}`,
    '',
    `- First seen ${toTime(thread.seenAt)}; ${toMarkdown(toOneLine(state))}.`,
    ...(label?.intent === undefined ? [] : [`- Marked as ${label.intent}.`]),
    ...(route?.note === undefined ? [] : [`- Note: ${toMarkdown(toOneLine(route.note))}`]),
    ...replies.map(toReplyLine),
    ...followUps.map(
      ({ text, at }) => `- ${toTime(at)}, the customer again: ${toMarkdown(toOneLine(text))}`,
    ),
  ];
}

function toReplyLine({ handle, text, at }: Reply): string {
  return `- ${toTime(at)}, answer by ${toMarkdown(toOneLine(handle))}: ${toMarkdown(toOneLine(text))}`;
}

function toStoryLines({ post, note, tags, permission, consent = [], savedAt }: Story): string[] {
  return [
    '',
    `### ${toWhere(post.permalink, post.time ?? savedAt)}`,
    '',
    `> ${toMarkdown(toOneLine(post.text))}`,
    '',
    `- Saved ${toTime(savedAt)}; permission: ${permission}.`,
    ...(note === '' ? [] : [`- Note: ${toMarkdown(toOneLine(note))}`]),
    ...(tags.length === 0 ? [] : [`- Tags: ${toMarkdown(toOneLine(tags.join(', ')))}`]),
    ...consent.map(
      ({ state, at, evidence }) =>
        `- ${toTime(at)}: ${state}${evidence?.text ? `, “${toMarkdown(toOneLine(evidence.text))}”` : ''}`,
    ),
  ];
}

function toWhere(permalink: string | null, at: number): string {
  const url = toMarkdownUrl(permalink);
  return url ? `[${toTime(at)}](${url})` : toTime(at);
}

/** All of it: a line here may be long. */
function toOneLine(text: string): string {
  return toLine(text, Math.max(1, text.length));
}

function toTime(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}/u, '');
}

function toName({ site, author }: Person, ending: string): string {
  return `hearback-${site}-${author.replaceAll(/[^\w.-]+/gu, '')}.${ending}`;
}
