import { expect, test } from 'vitest';
import { aPost, aReply, aThread } from '#tests/support/builders.ts';
import { toPersonJson, toPersonMarkdown } from './person-file.ts';
import type { Person } from './person-file.ts';

const at = Date.UTC(2026, 10, 23, 12);
const person = (part: Partial<Person> = {}): Person => ({
  site: 'x',
  author: 'lena_example',
  threads: [],
  replies: [],
  stories: [],
  quotedIn: [],
  library: [],
  drafts: [],
  pictures: [],
  ...part,
});

test('programs read back what was stored', () => {
  const thread = aThread();
  const file = toPersonJson(person({ threads: [{ thread, replies: [aReply()] }] }), at);
  expect(file.name).toBe('hearback-x-lena_example.json');
  expect(JSON.parse(file.text)).toMatchObject({
    hearback: 'person',
    format: 1,
    exportedAt: '2026-11-23T12:00:00Z',
    threads: [{ thread, replies: [aReply()] }],
  });
});

test('people read what they wrote and what was answered, as plain words', () => {
  const evil = '# Head\n<img src=x> [x](https://evil.example) @all';
  const thread = aThread({ post: aPost({ text: evil, time: at - 1_000 }) });
  const replies = [aReply({ text: 'Please press the base once.', at })];
  const { text } = toPersonMarkdown(person({ threads: [{ thread, replies }] }), 'X', at);
  expect(text).toContain('lena\\_example on X');
  expect(text.match(/^# /gmu)).toHaveLength(1);
  expect(text).not.toMatch(/(?<!\\)<img/u);
  expect(text).not.toContain('](https://evil.example)');
  expect(text).toContain('Please press the base once.');
});

test('a file of nobody has a name that every system takes', () => {
  expect(toPersonJson(person({ author: '../..//x y' }), at).name).toBe('hearback-x-....xy.json');
});

test('what is kept beside posts is told, though only the other file holds it', () => {
  const { text } = toPersonMarkdown(
    person({ drafts: [{ threadId: 'x:1', text: 'a', at }] }),
    'X',
    at,
  );
  expect(text).toContain('- drafts to them that were not sent: 1');
});
