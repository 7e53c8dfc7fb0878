/** Stories out into files and in from them, for the library of stories. */
import type { QuoteKind, StoryFileToImport } from '#components/stories/stories-props.ts';
import { toPlace } from '#components/thread/place.ts';
import { send } from '#utils/messages/send.ts';
import type { Collection, Story } from '#utils/model/story.ts';
import { writeClipboard } from '#utils/platform/clipboard.ts';
import { now } from '#utils/platform/clock.ts';
import { exportStories, toMarkdownQuote } from '#utils/stories/export-stories.ts';
import type { StoryFormat } from '#utils/stories/export-stories.ts';
import type { FoundStory } from '#utils/stories/import-stories.ts';
import { layOutCard, toQuoteHtml } from '#utils/stories/quote-card.ts';
import { drawCard } from './draw-card.ts';
import { saveBlob, saveFile } from './save-file.ts';
import { toWords } from './use-team-state.ts';

/** In one message. */
const PART = 100;

/** Saves stories as a file; how many were withheld because their customers said no. */
export function saveStories(
  stories: readonly Story[],
  format: StoryFormat,
  members: Readonly<Record<string, string>>,
  collections: readonly Collection[],
): number {
  const names = {
    members,
    collections: Object.fromEntries(collections.map(({ id, name }) => [id, name])),
    site: ({ post }: Story) => toPlace(post),
  };
  const day = new Date(now()).toISOString().slice(0, 10);
  const file = exportStories(stories, format, names, day);
  saveFile(file);
  return file.withheld;
}

/** Gives one story as a picture, or copies it as HTML or Markdown. False when the browser refused. */
export async function giveQuote(story: Story, kind: QuoteKind): Promise<boolean> {
  const site = toPlace(story.post);
  if (kind === 'html') return writeClipboard(toQuoteHtml(story, site));
  if (kind === 'md') return writeClipboard(toMarkdownQuote(story, site));
  try {
    const blob = await drawCard((measure) => layOutCard(story, site, { measure }));
    saveBlob(`quote-${story.post.author.handle.replaceAll(/[^\w.-]+/gu, '')}.png`, blob);
    return true;
  } catch {
    return false;
  }
}

/** What a file would bring; in words where it cannot be read. */
export async function planStories(
  fileName: string,
  text: string,
  known: ReadonlySet<string>,
  collections: readonly Collection[],
): Promise<StoryFileToImport | { refused: string }> {
  try {
    // Brings a validator, which the board does without until somebody imports.
    const { readStoryFile } = await import('#utils/stories/import-stories.ts');
    const { stories, skipped } = readStoryFile(fileName, text);
    const added = stories.filter(({ save }) => !known.has(save.id)).length;
    return {
      fileName,
      added,
      known: stories.length - added,
      skipped,
      onImport: (onPart, signal) => importStories(stories, collections, onPart, signal),
    };
  } catch (error) {
    return { refused: toWords(error) };
  }
}

/** Takes in part after part; what was written stays when somebody stops it. */
async function importStories(
  stories: readonly FoundStory[],
  collections: readonly Collection[],
  onPart: (written: number) => void,
  signal: AbortSignal,
): Promise<string | null> {
  const ids = new Map(collections.map(({ id, name }) => [name.toLowerCase(), id]));
  try {
    for (const name of new Set(stories.flatMap((story) => story.collections))) {
      if (ids.has(name.toLowerCase())) continue;
      const id = crypto.randomUUID();
      await send('collection.save', { id, name, note: '' });
      ids.set(name.toLowerCase(), id);
    }
    for (let from = 0; from < stories.length && !signal.aborted; from += PART) {
      const part = stories.slice(from, from + PART).map(({ save, steps, collections: names }) => {
        const found = names.flatMap((name) => ids.get(name.toLowerCase()) ?? []);
        return { save: { ...save, ...(found.length > 0 ? { collections: found } : {}) }, steps };
      });
      await send('story.import', { stories: part });
      onPart(Math.min(stories.length, from + PART));
    }
    return null;
  } catch (error) {
    return toWords(error);
  }
}
