import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '#tests/support/any-text.ts';
import { aLibraryEntry } from '#tests/support/builders.ts';
import { toParsedLibrary } from '#utils/replies/import-library.ts';
import { ESPANSO_TEXT_MAX, readEspanso } from './read-espanso.ts';
import { writeEspanso } from './write-espanso.ts';

const FILE = `# what we say
global_vars:
  - name: today
    type: date
    params: { format: "%d" }
matches:
  - trigger: ":reset"
    label: Reset the kettle
    replace: |
      Hi {{first_name}},
      hold the button.$|$
    search_terms: [kettle, power]
    vars:
      - { name: first_name, type: clipboard }
  - triggers: [":hi", ":hello"]
    replace: "{{greet}} on {{today}}, {{other}}"
    vars:
      - name: greet
        type: echo
        params: { echo: Hello }
  - trigger: ":form"
    form: "Dear [[first name]], about [[order_number]]."
  - trigger: ":two"
    replace: "For {{form1.customer}}"
    vars: [{ name: form1, type: form, params: { layout: "[[customer]]" } }]
  - trigger: ":cat"
    image_path: "/cat.png"
  - trigger: ":nothing"
  - just words
`;

test('a match file of espanso is read with its lines', () => {
  const { records, skipped, trouble } = readEspanso(FILE);
  expect(trouble).toBeUndefined();
  expect(records).toEqual([
    {
      line: 7,
      text: 'Hi {name},\nhold the button.\n',
      title: 'Reset the kettle',
      tags: ['kettle', 'power'],
    },
    { line: 15, text: 'Hello on {today}, {{other}}', title: ':hi', tags: [] },
    { line: 21, text: 'Dear {name}, about {order number}.', title: ':form', tags: [] },
    { line: 23, text: 'For {name}', title: ':two', tags: [] },
  ]);
  expect(skipped).toEqual([
    { line: 26, reason: 'It puts in a picture.' },
    { line: 28, reason: 'There is no answer text.' },
    { line: 29, reason: 'This is no match of espanso.' },
  ]);
});

describe('a bad file', () => {
  const levels = Array.from(
    { length: 12 },
    (_, at) => `- &a${at + 1} [${`*a${at},`.repeat(10)}]`,
  ).join('\n  ');
  test.each([
    ['words', 'matches', 'This is no match file of espanso: it has no list named "matches".'],
    ['an empty list', 'matches: []', 'The list in the file is empty.'],
    ['an open quote', 'a: 1\nmatches: ["x', 'This is not sound YAML: see line 2.'],
    ['a long file', 'x'.repeat(ESPANSO_TEXT_MAX + 1), /larger than a million/u],
    ['many rows', `matches: [${'a,'.repeat(10_001)}]`, /more than 10,000 rows/u],
    ['a deep nest', `matches: ${'['.repeat(100_000)}`, /YAML/u],
  ])('%s is refused', (_, text, why) => {
    const { records, trouble } = readEspanso(text);
    expect(records).toEqual([]);
    expect(trouble).toMatch(why);
  });

  test('whose references would grow without end gives nothing of them', () => {
    const { records, skipped } = readEspanso(
      `matches:\n  - &a0 { trigger: a, replace: lol }\n  ${levels}\n  - { trigger: b, replace: *a12 }`,
    );
    expect(records).toHaveLength(1);
    expect(skipped.at(-1)?.reason).toBe('It refers to another place of the file.');
  });

  test('never stops the reader', () => {
    const yaml = fc.string({ unit: fc.constantFrom(...'matches: \n-[]{}&*!|>"\'%@`?,#ab1') });
    fc.assert(
      fc.property(fc.oneof(anyText(), yaml), (text) => {
        expect(() => readEspanso(text)).not.toThrow();
        expect(() => readEspanso(`matches:\n  - replace: ${text}`)).not.toThrow();
      }),
    );
  });
});

describe('a library', () => {
  const words = (maxLength: number) =>
    fc
      .string({
        minLength: 1,
        maxLength,
        unit: fc.constantFrom(
          ...`aé漢😀"',:;|>=+-@#&*!%{}[]\\~\n\t 1`,
          'yes',
          '{name}',
          'null',
          '---',
        ),
      })
      .map((text) => text.trim())
      .filter((text) => text !== '');
  const line = words(30)
    .map((text) => text.replaceAll(/[\n\t]/gu, ' ').trim())
    .filter((text) => text !== '');
  const tag = line.map((text) => text.slice(0, 20).trim()).filter((text) => text !== '');
  const entry = fc.record({
    text: words(200),
    title: fc.option(line, { nil: undefined }),
    question: fc.option(words(60), { nil: undefined }),
    tags: fc.uniqueArray(tag, { maxLength: 4 }),
  });

  test('that goes out to espanso comes in as it was', () => {
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ text }) => text, minLength: 1 }), (all) => {
        const { name, text } = writeEspanso(
          all.map((one) => aLibraryEntry(one as Partial<ReturnType<typeof aLibraryEntry>>)),
          '2026-11-23',
        );
        expect(name).toBe('hearback-library-2026-11-23.yml');
        const { entries, skipped } = toParsedLibrary(readEspanso(text));
        expect(skipped).toEqual([]);
        expect(
          entries.map((one) => ({
            text: one.text,
            title: one.title,
            question: one.question,
            tags: one.tags,
          })),
        ).toEqual(all);
      }),
      { numRuns: 300 },
    );
  });

  test('has a trigger of its own for each answer', () => {
    const titles = ['Reset?', 'reset', '…', 'Hearback 2', undefined, undefined];
    const { text } = writeEspanso(
      titles.map((title, at) => aLibraryEntry({ title, text: `Answer ${at}` }) as never),
      'd',
    );
    const triggers = text.match(/trigger: .+/gu) ?? [];
    expect(triggers.map((one) => one.replaceAll(/trigger: |"/gu, ''))).toEqual([
      ':reset',
      ':reset-2',
      ':hearback-3',
      ':hearback-4',
      ':hearback-5',
      ':hearback-6',
    ]);
  });
});
