/** Stories out into files and back. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPost, aStory } from '#tests/support/builders.ts';
import { storySaveSchema } from '#utils/model/story.ts';
import type { Story } from '#utils/model/story.ts';
import { exportStories } from './export-stories.ts';
import type { StoryFormat } from './export-stories.ts';
import { readStoryFile } from './import-stories.ts';
import { layOutCard, toQuoteHtml } from './quote-card.ts';

const names = {
  members: { me: 'Ana' },
  collections: { fair: 'Spring, “fair”', site: 'Front page' },
  site: ({ post }: Story) => post.site,
};
const write = (stories: readonly Story[], format: StoryFormat) =>
  exportStories(stories, format, names, '2026-11-23');
const back = (stories: readonly Story[], format: StoryFormat) => {
  const { name, text } = write(stories, format);
  return readStoryFile(name, text);
};

const words = (most: number) =>
  fc
    .oneof(
      fc.string({ maxLength: most, unit: 'grapheme' }),
      fc.constantFrom('=1+1', "'quoted'", '-5 kettles', 'a,b\n"c"', '<b>&amp;</b>', '# 1. *x*'),
    )
    .map((text) => text.slice(0, most).toWellFormed());
const name = (most: number) =>
  words(most)
    .map((text) => text.trim())
    .filter((text) => text !== '' && text.length <= most);
const stories = fc.uniqueArray(
  fc
    .record({
      id: fc.integer({ min: 1, max: 1e9 }),
      text: words(200),
      handle: name(30),
      time: fc.option(fc.integer({ min: 0, max: 2e12 })),
      note: words(100),
      tags: fc.uniqueArray(name(40), { maxLength: 4, selector: (tag) => tag.toLowerCase() }),
      campaign: fc.option(name(60), { nil: undefined }),
      permission: fc.constantFrom('none', 'asked', 'granted'),
      answer: words(50),
      isIn: fc.boolean(),
    })
    .map(({ id, text, handle, time, answer, isIn, campaign, permission, ...rest }) => {
      const post = aPost({ id: String(id), text, author: { handle }, time });
      const evidence = { text: answer, permalink: null };
      const step = { state: permission, evidence, by: 'me', at: 5 } as const;
      return aStory({
        ...rest,
        post,
        permission: permission as Story['permission'],
        ...(campaign === undefined ? {} : { campaign }),
        ...(permission === 'none' ? {} : { consent: [step as never] }),
        ...(isIn ? { collections: ['fair', 'site'] } : {}),
      });
    }),
  { maxLength: 6, selector: ({ id }) => id },
);

/** What of a story comes back. */
const toKept = (story: Story) => {
  const { savedBy: _by, savedAt: _at, consent, collections, changed: _seen, ...save } = story;
  return {
    save,
    steps: (consent ?? []).map(({ state, evidence }) => ({
      state,
      ...(evidence ? { evidence } : {}),
    })),
    collections: (collections ?? []).map((id) => names.collections[id as 'fair']),
  };
};

describe('stories that go out and come back', () => {
  it('are the same as JSON', () => {
    fc.assert(
      fc.property(stories, (all) => {
        const { stories: found, skipped } = back(all, 'json');
        expect(skipped).toEqual([]);
        expect(found).toEqual(all.map(toKept));
      }),
    );
  });

  it('are the same as CSV, but for what has no column', () => {
    const plain = (text: string) => text.replaceAll(/\r\n?/gu, '\n');
    fc.assert(
      fc.property(stories, (all) => {
        const { stories: found, skipped } = back(all, 'csv');
        expect(skipped).toEqual([]);
        const kept = all.map(toKept).map((one) => ({
          ...one,
          // An answer without words is no evidence there.
          steps: one.steps.map(({ state, evidence }) =>
            evidence?.text ? { state, evidence } : { state },
          ),
          save: {
            ...one.save,
            post: { ...one.save.post, author: { handle: one.save.post.author.handle } },
          },
        }));
        expect(plain(JSON.stringify(found))).toBe(plain(JSON.stringify(kept)));
      }),
    );
  });

  it('keep what came after, as JSON', () => {
    const part = { from: 'team', handle: 'ana', text: 'Hi', permalink: null, at: 1 } as const;
    const story = aStory({ arc: [{ ...part, id: 'x:2' }] });
    expect(back([story], 'json').stories[0]?.save.arc).toEqual(story.arc);
  });

  it('stay where their customers said no', () => {
    const all = (['declined', 'withdrawn', 'granted'] as const).map((permission, at) =>
      aStory({
        id: `${at}`,
        permission,
        post: aPost({ id: `${at}`, text: `Words ${permission}` }),
      }),
    );
    for (const format of ['csv', 'json', 'md', 'html'] as const) {
      const { text, withheld } = write(all, format);
      expect(withheld).toBe(2);
      expect(text).toContain('Words granted');
      expect(text).not.toMatch(/Words (?:declined|withdrawn)/u);
    }
  });
});

describe('a file for a spreadsheet', () => {
  it('runs nothing', () => {
    const post = aPost({ text: '=HYPERLINK("https://evil.example")', author: { handle: '+1' } });
    const { text } = write([aStory({ post, note: '@SUM(1)' })], 'csv');
    expect(text).not.toMatch(/(?:^|[,"\n])[=+@]/u);
  });
});

describe('quotes', () => {
  const hostile = aStory({
    post: aPost({
      text: '</blockquote><script>alert(1)</script> "x" \'y\'',
      author: { handle: 'a"><img src=x>', name: '<b>Lena</b>' },
      permalink: 'https://x.com/a"onclick=1/status/1',
      lang: 'en"><script>',
    }),
  });

  it('are text of HTML, whatever a customer writes', () => {
    for (const html of [toQuoteHtml(hostile, 'X & <Co>'), write([hostile], 'html').text]) {
      expect(html).not.toMatch(/<script|<img|<b>|"onclick/u);
      expect(html).toContain('&lt;script&gt;');
    }
  });

  it('are text of Markdown, with whose they are and where they stand', () => {
    const post = aPost({ text: 'Works.\n\n# *Really* <b>', time: Date.UTC(2026, 4, 3) });
    const { text } = write([aStory({ post, tags: ['kettle'], note: 'Nice' })], 'md');
    expect(text).toContain('> Works.\n>\n> \\# \\*Really\\* \\<b\\>');
    expect(text).toContain('[x](https://x.com/ada_example/status/1), 3 May 2026');
    expect(text).toContain('Tags: kettle');
  });

  const fonts = { measure: (text: string) => text.length * 20 };

  it('fill a card line by line, and no line is wider than it', () => {
    const card = layOutCard(aStory({ post: aPost({ text: 'word '.repeat(60) }) }), 'X', fonts);
    const quote = card.lines.filter(({ kind }) => kind === 'quote');
    expect(quote.length).toBeGreaterThan(5);
    expect(quote.map(({ text }) => text).join(' ')).toBe('word '.repeat(60).trim());
    for (const { text, x } of card.lines) expect(x + text.length * 20).toBeLessThanOrEqual(1_080);
    expect(card.lines.map(({ y }) => y)).toEqual(
      card.lines.map(({ y }) => y).toSorted((a, b) => a - b),
    );
    expect(card.height).toBeGreaterThan(card.lines.at(-1)?.y ?? Infinity);
  });

  it('that are long end with a sentence and say so; a word without end is broken', () => {
    const long = layOutCard(
      aStory({ post: aPost({ text: 'A sentence. '.repeat(100) }) }),
      'X',
      fonts,
    );
    const quote = long.lines.filter(({ kind }) => kind === 'quote');
    expect(quote.at(-1)?.text).toMatch(/sentence\. …$/u);
    const endless = layOutCard(aStory({ post: aPost({ text: '👩‍👩‍👧'.repeat(100) }) }), 'X', fonts);
    for (const { text } of endless.lines) expect(text.isWellFormed()).toBe(true);
  });
});

describe('bookmarks', () => {
  const html = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<DL><p>
<DT><H3 ADD_DATE="1">Praise &amp; joy</H3>
<DL><p>
<DT><A HREF="https://twitter.com/lena/status/12?s=20" ADD_DATE="1700000000" TAGS="kettle,lid">Lena: it &quot;fits&quot;</A>
<DD>For the fair
<DT><A HREF="https://www.forum.example/t/1/?utm_source=mail">A thread</A>
</DL><p>
<DT><A HREF="javascript:alert(1)">Not a page</A>
<DT><A HREF="https://forum.example/t/1">The same again</A>
</DL>`;

  it('of a browser become stories; folders become tags, and what is none is said', () => {
    const { kind, stories: found, skipped } = readStoryFile('bookmarks.html', html);
    expect(kind).toBe('bookmarks');
    expect(found.map(({ save }) => save)).toEqual([
      {
        id: 'x:12',
        post: {
          site: 'x',
          id: '12',
          author: { handle: 'lena' },
          text: 'Lena: it "fits"',
          permalink: 'https://x.com/lena/status/12',
          time: null,
          parentId: null,
        },
        note: 'For the fair',
        tags: ['kettle', 'lid', 'Praise & joy'],
        permission: 'none',
      },
      expect.objectContaining({ id: 'generic:forum.example/t/1', tags: ['Praise & joy'] }),
    ]);
    expect(skipped).toEqual([
      { line: 3, reason: 'No web address.' },
      { line: 4, reason: 'The same post stands in the file before.' },
    ]);
  });

  it('of a service come as CSV', () => {
    const csv = 'Title,URL,Tags,Note\nGood words,https://forum.example/t/2,"a,b",Nice\nNone,,,\n';
    const { stories: found, skipped } = readStoryFile('raindrop.csv', csv);
    expect(found[0]?.save).toMatchObject({ note: 'Nice', tags: ['a', 'b'] });
    expect(skipped).toEqual([{ line: 2, reason: 'No web address.' }]);
  });

  it('are read in one go, however hostile', () => {
    const open = '<a href="'.repeat(20_000);
    expect(() => readStoryFile('b.html', `<!doctype>${open}`)).toThrow(/no stories/u);
    expect(() => readStoryFile('b.html', '<dl>'.repeat(50_000))).toThrow(/no stories/u);
  });
});

describe('files that are none of ours', () => {
  it.each([
    ['a.json', '{"snippets":[]}', /no stories/u],
    ['a.json', '{"hearbackStories":1,"stories":[', /not whole/u],
    ['a.json', '{"hearbackStories":99,"stories":[]}', /newer Hearback/u],
    ['a.csv', 'one,two\n1,2', /no stories/u],
    ['a.csv', '', /no stories/u],
  ])('%s %j', (file, text, said) => {
    expect(() => readStoryFile(file, text)).toThrow(said);
  });

  it('loses no good story beside bad ones', () => {
    const good = JSON.parse(write([aStory()], 'json').text) as { stories: object[] };
    const bad = [
      null,
      1,
      'x',
      {},
      { ...good.stories[0], id: 'x:other' },
      JSON.parse('{"__proto__":1}'),
    ];
    const text = JSON.stringify({ hearbackStories: 1, stories: [...bad, ...good.stories] });
    const { stories: found, skipped } = readStoryFile('a.json', text);
    expect(found).toHaveLength(1);
    expect(skipped).toHaveLength(bad.length);
    for (const { save } of found) expect(storySaveSchema.safeParse(save).success).toBe(true);
  });
});
