import { z } from 'zod';
import type { ReadRecords } from './library-record.ts';
import { toTags } from './read-csv-records.ts';

const tags = z.union([z.array(z.string()), z.string().transform(toTags)]).optional();
const words = z.string().optional();

const itemSchema = z.union([
  z.string().transform((text) => ({ text, title: undefined, question: undefined, tags: [] })),
  z
    .object({
      text: words,
      answer: words,
      reply: words,
      content: words,
      title: words,
      name: words,
      shortcut: words,
      short_code: words,
      question: z.union([z.string(), z.array(z.string())]).optional(),
      tags,
    })
    .transform((item) => ({
      text: item.text ?? item.answer ?? item.reply ?? item.content ?? '',
      title: item.title ?? item.name ?? item.shortcut ?? item.short_code,
      question: Array.isArray(item.question) ? item.question.join('\n') : item.question,
      tags: item.tags ?? [],
    })),
]);

const fileSchema = z.union([
  z.array(z.unknown()),
  z.object({ snippets: z.array(z.unknown()) }).transform((file) => file.snippets),
]);

function refuse(trouble: string): ReadRecords {
  return { records: [], skipped: [], trouble };
}

/** Items of a JSON file: an array of texts or objects, or `{"snippets": […]}`. */
export function readJsonRecords(text: string): ReadRecords {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('This is not sound JSON. Check that the file was saved completely.');
  }
  const file = fileSchema.safeParse(value);
  if (!file.success) {
    return refuse('The JSON must be a list of answers, or an object with a list named "snippets".');
  }
  if (file.data.length === 0) return refuse('The list in the file is empty.');
  const read: ReadRecords = { records: [], skipped: [] };
  for (const [index, raw] of file.data.entries()) {
    const line = index + 1;
    const item = itemSchema.safeParse(raw);
    if (!item.success) {
      read.skipped.push({ line, reason: 'This item is neither a text nor an answer with a text.' });
      continue;
    }
    const { title, question, ...rest } = item.data;
    read.records.push({
      line,
      ...rest,
      ...(title === undefined ? {} : { title }),
      ...(question === undefined ? {} : { question }),
    });
  }
  return read;
}
