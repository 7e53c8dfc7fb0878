/** Everything of one person in this browser, to be read and to be given to them. */
import type { FoundPerson } from '#components/settings/options-props.ts';
import { toSiteName } from '#components/thread/place.ts';
import { openDb } from '#utils/db/open.ts';
import { collectPerson } from '#utils/db/person-records.ts';
import type { PersonRecords } from '#utils/db/person-records.ts';
import { toPersonJson, toPersonMarkdown } from '#utils/people/person-file.ts';
import type { Person } from '#utils/people/person-file.ts';
import { now } from '#utils/platform/clock.ts';
import { saveFile } from './save-file.ts';
import { toWords } from './use-team-state.ts';

/** As many are listed; a file has all. */
const LISTED = 50;

/** Never rejects. */
export async function findPerson(
  site: string,
  author: string,
): Promise<FoundPerson | { refused: string }> {
  try {
    const records = await collectPerson(openDb(), site, author);
    const pictures = await Promise.all(
      records.pictures.map(async ({ storyId, blob }) => ({ storyId, data: await toData(blob) })),
    );
    const person: Person = { ...records, pictures };
    const items = toItems(records);
    return {
      label: `@${records.author} · ${toSiteName(site)}`,
      items: items.slice(0, LISTED),
      count: items.length,
      onSave: (format) =>
        saveFile(
          format === 'json'
            ? toPersonJson(person, now())
            : toPersonMarkdown(person, toSiteName(site), now()),
        ),
    };
  } catch (error) {
    return { refused: toWords(error) };
  }
}

function toItems({ threads, replies, stories, quotedIn }: PersonRecords): FoundPerson['items'] {
  const posts = threads.flatMap(({ thread, replies: answers }) => [
    {
      id: thread.id,
      what: 'post' as const,
      text: thread.post.text || (thread.post.title ?? ''),
      at: thread.post.time ?? thread.seenAt,
    },
    ...answers.map(({ id, text, at }) => ({ id, what: 'answer' as const, text, at })),
    ...(thread.followUps ?? []).map(({ id, text, at }) => ({
      id,
      what: 'word' as const,
      text,
      at,
    })),
  ]);
  return [
    ...posts,
    ...replies.map(({ id, text, at }) => ({ id, what: 'answer' as const, text, at })),
    ...stories.map(({ id, post, savedAt }) => ({
      id,
      what: 'story' as const,
      text: post.text,
      at: savedAt,
    })),
    ...quotedIn.map(({ kind, id, text }) => ({
      id: `${kind} ${id} ${text}`,
      what: 'quote' as const,
      text,
      at: null,
    })),
  ];
}

function toData(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(new Error('A picture could not be read.')));
    reader.readAsDataURL(blob);
  });
}
