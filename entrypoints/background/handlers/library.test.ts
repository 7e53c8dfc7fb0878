import { IMPORT_PART_MAX } from '#utils/model/library-import.ts';
import { describe, expect, test } from 'vitest';
import { aLibraryEntry, aReply, aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Sender } from '#utils/messages/receive.ts';
import { createServices } from '../services.ts';
import { createLibraryHandlers } from './library.ts';

const panel: Sender = { kind: 'page', tabId: null, origin: null };

async function aLibrary() {
  const db = emptyDb();
  const thread = aThread();
  const reply = aReply({ threadId: thread.id, permalink: 'https://x.com/acme/status/9' });
  const row = { seq: 1, seenAt: 1, outcome: 'open', holder: '' } as const;
  await db.threads.put({ id: thread.id, ...row, body: thread, base: thread });
  const ofReply = { seq: 1, threadId: thread.id, body: reply, base: reply };
  await db.replies.put({ id: reply.id, ...ofReply });
  return { db, thread, reply, handlers: createLibraryHandlers(createServices(db)) };
}

describe('the library', () => {
  test('takes an answer that was read on a page, with the post it answered', async () => {
    const { db, thread, reply, handlers } = await aLibrary();
    await handlers['library.addReply']({ replyId: reply.id }, panel);
    expect((await db.library.get(reply.id))?.body).toMatchObject({
      kind: 'reply',
      text: reply.text,
      question: thread.post.text,
      at: reply.at,
      threadId: thread.id,
      brandId: thread.match.brandId,
      permalink: reply.permalink,
    });
    const before = await db.outbox.count();
    await handlers['library.addReply']({ replyId: reply.id }, panel);
    expect(await db.outbox.count()).toBe(before);
  });

  test('says so when the answer is gone', async () => {
    const { handlers } = await aLibrary();
    await expect(handlers['library.addReply']({ replyId: 'x:none' }, panel)).rejects.toThrow(
      /not on record/u,
    );
  });

  test('keeps where and when an answer was sent when its words change', async () => {
    const { db, reply, handlers } = await aLibrary();
    await handlers['library.addReply']({ replyId: reply.id }, panel);
    const edit = { id: reply.id, kind: 'reply' as const, text: 'Better words', tags: ['a'] };
    await handlers['library.save'](edit, panel);
    const entry = (await db.library.get(reply.id))?.body;
    expect(entry).toMatchObject({ text: 'Better words', at: reply.at, permalink: reply.permalink });
    expect(entry?.earlier?.map(({ text }) => text)).toEqual([reply.text]);
  });

  test('keeps the language that somebody says, and lets go of it with other words', async () => {
    const { db, handlers } = await aLibrary();
    const edit = { id: 'l', kind: 'snippet' as const, text: 'Halten.', tags: [] };
    const lang = async () => (await db.library.get('l'))?.body.lang;
    await handlers['library.save']({ ...edit, lang: 'de' }, panel);
    expect(await lang()).toBe('de');
    await handlers['library.save']({ ...edit, tags: ['a'] }, panel);
    expect(await lang()).toBe('de');
    await handlers['library.save']({ ...edit, text: 'Hold.' }, panel);
    expect(await lang()).toBeUndefined();
  });

  test('keeps that a text is right, its age and versions as they are', async () => {
    const { db, handlers } = await aLibrary();
    const body = aLibraryEntry({ id: 'r', kind: 'reply', at: 7, text: 'Hold it.' });
    await db.library.put({ id: 'r', seq: 1, at: body.at, body, base: body });
    await handlers['library.confirm']({ id: 'r' }, panel);
    const kept = (await db.library.get('r'))?.body;
    expect(kept).toMatchObject({ at: 7, text: 'Hold it.' });
    expect(kept?.version).toBeUndefined();
    expect(kept?.confirmedAt).toBeGreaterThan(7);
    await handlers['library.save'](
      { id: 'r', kind: 'reply', text: 'Hold it.', tags: ['a'] },
      panel,
    );
    expect((await db.library.get('r'))?.body.confirmedAt).toBe(kept?.confirmedAt);
    await expect(handlers['library.confirm']({ id: 'gone' }, panel)).rejects.toThrow(/any more/);
  });

  test('forgets what was learned from use, of one or of all', async () => {
    const { db, handlers } = await aLibrary();
    const uses = { sent: 1, kept: 1, happy: 0, unhappy: 0, dismissed: 0, lastAt: 1 };
    for (const id of ['a', 'b', 'c']) {
      const body = aLibraryEntry({ id, uses });
      await db.library.put({ id, seq: 1, at: body.at, body, base: body });
    }
    const used = async () =>
      (await db.library.toArray()).flatMap(({ id, body }) => (body.uses ? [id] : []));
    await handlers['library.forgetUses']({ id: 'b' }, panel);
    expect(await used()).toEqual(['a', 'c']);
    await handlers['library.forgetUses']({ id: null }, panel);
    expect(await used()).toEqual([]);
  });

  test('tags many at once, and neither their age nor their versions change', async () => {
    const { db, handlers } = await aLibrary();
    for (const id of ['a', 'b', 'c']) {
      const body = aLibraryEntry({ id, tags: id === 'b' ? ['Law'] : [], at: 7 });
      await db.library.put({ id, seq: 1, at: body.at, body, base: body });
    }
    const told = async () =>
      (await db.library.toArray()).map(({ body: { tags, at, version } }) => [tags, at, version]);
    await handlers['library.setTags']({ ids: ['a', 'b', 'x'], add: ['law'], remove: [] }, panel);
    expect(await told()).toEqual([
      [['law'], 7, undefined],
      [['Law'], 7, undefined],
      [[], 7, undefined],
    ]);
    expect(await db.outbox.count()).toBe(1);
    await handlers['library.setTags']({ ids: ['a'], add: [], remove: ['law'] }, panel);
    expect((await told())[0]).toEqual([[], 7, undefined]);
  });

  test('retires and removes many at once', async () => {
    const { db, handlers } = await aLibrary();
    for (const id of ['a', 'b', 'c']) {
      const body = aLibraryEntry({ id });
      await db.library.put({ id, seq: 1, at: body.at, body, base: body });
    }
    await handlers['library.setState']({ ids: ['a', 'b'], state: 'retired' }, panel);
    await handlers['library.remove']({ ids: ['b', 'c'] }, panel);
    expect((await db.library.toArray()).map(({ id, body }) => [id, body.state])).toEqual([
      ['a', 'retired'],
    ]);
  });

  describe('with a file', () => {
    const file = (...snippets: object[]) => ({
      fileName: 'a.json',
      text: JSON.stringify(snippets),
    });
    const all = async (db: Awaited<ReturnType<typeof aLibrary>>['db']) =>
      (await db.library.toArray()).map(({ body }) => body);
    const choice = { kind: 'snippet' as const, tags: [], takesChanges: false };
    const told = file(
      { text: 'Boil it once.', title: 'Limescale' },
      { text: 'Back within 14 days.', title: 'Returns', tags: ['law'] },
      { text: '' },
    );

    async function withReturns() {
      const made = await aLibrary();
      const { handlers } = made;
      const known = { id: 'r', kind: 'snippet' as const, title: 'Returns', tags: ['shop'] };
      await handlers['library.save']({ ...known, text: 'Back within 30 days.' }, panel);
      return made;
    }

    test('tells what it would do, and does nothing', async () => {
      const { db, handlers } = await withReturns();
      const before = await all(db);
      expect(await handlers['library.plan'](told, panel)).toEqual({
        fresh: 1,
        same: 0,
        older: 0,
        changed: 1,
        samples: [
          { title: 'Limescale', was: null, text: 'Boil it once.' },
          { title: 'Returns', was: 'Back within 30 days.', text: 'Back within 14 days.' },
        ],
        waits: false,
        skipped: [{ line: 3, reason: 'There is no answer text.' }],
      });
      expect(await all(db)).toEqual(before);
    });

    test('adds what is new alone, with tags and as what it is said to be', async () => {
      const { db, handlers } = await withReturns();
      const how = { ...choice, kind: 'reply' as const, tags: ['2026'] };
      const { added, changed } = await handlers['library.import']({ ...told, ...how }, panel);
      expect(changed).toEqual([]);
      expect((await all(db)).find(({ id }) => id === added[0])).toMatchObject({
        kind: 'reply',
        title: 'Limescale',
        tags: ['2026'],
      });
      expect((await db.library.get('r'))?.body.text).toBe('Back within 30 days.');
    });

    test('hears in which language each text is', async () => {
      const { db, handlers } = await aLibrary();
      const texts = file(
        { text: 'Bitte kochen Sie das Wasser einmal mit Essig auf.' },
        { text: 'Please boil the water with vinegar once.', lang: 'en' },
        { text: 'Ok!' },
      );
      await handlers['library.import']({ ...texts, ...choice }, panel);
      const langs = (await all(db)).map(({ text, lang }) => [text.slice(0, 2), lang]);
      expect(langs.toSorted()).toEqual([
        ['Bi', 'de'],
        ['Ok', undefined],
        ['Pl', 'en'],
      ]);
    });

    test('takes a large file in parts, each entry once', async () => {
      const { db, handlers } = await aLibrary();
      const texts = Array.from({ length: IMPORT_PART_MAX + 2 }, (_, at) => ({
        text: `Text ${at}`,
      }));
      const how = { ...file(...texts), ...choice };
      expect(await handlers['library.import'](how, panel)).toMatchObject({ left: 2 });
      const rest = await handlers['library.import'](how, panel);
      expect([rest.added.length, rest.left]).toEqual([2, 0]);
      expect(await handlers['library.import'](how, panel)).toMatchObject({ added: [], left: 0 });
      expect(await all(db)).toHaveLength(texts.length);
    });

    test('changes others when that is wanted, and is taken back', async () => {
      const { db, handlers } = await withReturns();
      const report = await handlers['library.import'](
        { ...told, ...choice, takesChanges: true, tags: ['2026'] },
        panel,
      );
      expect((await db.library.get('r'))?.body).toMatchObject({
        text: 'Back within 14 days.',
        tags: ['shop', 'law', '2026'],
      });
      await handlers['library.undoImport'](report, panel);
      expect(await all(db)).toMatchObject([
        { id: 'r', text: 'Back within 30 days.', tags: ['shop'] },
      ]);
    });
  });
});
