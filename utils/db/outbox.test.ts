import { describe, expect, test } from 'vitest';
import { aPost, aThread, at } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { changeTeamSite } from '#utils/model/team-site.ts';
import type { TeamSite } from '#utils/model/team-site.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { loadWaiting, recordFacts, settleFacts } from './outbox.ts';
import { putBase, recordTables } from './records.ts';
import type { HearbackDb } from './schema.ts';

const context = { memberId: 'me', now: at };

const seeing: Mutation = {
  kind: 'thread.see',
  args: { id: 'x:1', post: aPost(), match: aThread().match },
};
const settingAside: Mutation = {
  kind: 'thread.setOutcome',
  args: { id: 'x:1', outcome: 'setAside', reason: 'Spam' },
};

/** The server's state of the thread arrives. */
function takeBase(db: HearbackDb, seq: number, part: Parameters<typeof aThread>[0] = {}) {
  return db.transaction('rw', [...recordTables(db), db.outbox], () =>
    putBase(db, 'thread', 'x:1', seq, aThread(part), context),
  );
}

const shown = async (db: HearbackDb) => (await db.threads.get('x:1'))?.body;

describe('recordFacts', () => {
  test('shows a fact at once', async () => {
    const db = emptyDb();
    await recordFacts(db, [seeing], context);
    expect(await shown(db)).toMatchObject({ id: 'x:1', outcome: 'open', seenBy: 'me' });
  });

  test('numbers facts without gaps over calls', async () => {
    const db = emptyDb();
    await recordFacts(db, [seeing], context);
    await recordFacts(db, [settingAside], context);
    expect((await loadWaiting(db, 10)).map(({ mid }) => mid)).toEqual([1, 2]);
  });

  test('stores nothing when one fact of a batch cannot be stored', async () => {
    const db = emptyDb();
    const broken = { kind: 'thread.see', args: { id: undefined } } as unknown as Mutation;
    await expect(recordFacts(db, [seeing, broken], context)).rejects.toThrow();
    expect(await loadWaiting(db, 10)).toEqual([]);
    expect(await shown(db)).toBeUndefined();
  });
});

describe('settleFacts', () => {
  test('keeps an accepted fact visible until the server state comes', async () => {
    const db = emptyDb();
    await recordFacts(db, [seeing], context);
    await settleFacts(db, [{ mid: 1, refusal: null }], context, at);
    await recordFacts(db, [settingAside], context);
    expect(await shown(db)).toMatchObject({ outcome: 'setAside', post: { id: '1' } });
  });

  test('leaves a record removed whose fact was pulled, removed by others, then answered again', async () => {
    const db = emptyDb();
    await recordFacts(db, [seeing], context);
    await settleFacts(db, [{ mid: 1, refusal: null, isPulled: true }], context, at);
    expect(await shown(db)).toBeUndefined();
  });

  test('undoes a refused fact, with the reason kept', async () => {
    const db = emptyDb();
    await takeBase(db, 5);
    await recordFacts(db, [settingAside], context);
    const refusal = { code: 'forbidden', message: 'Leads only.' } as const;
    await settleFacts(db, [{ mid: 1, refusal }], context, at);
    expect((await shown(db))?.outcome).toBe('open');
    expect(await db.refused.toArray()).toMatchObject([{ refusal, mutation: settingAside }]);
  });

  test('takes a repeated result for a fact that is gone calmly', async () => {
    const db = emptyDb();
    await recordFacts(db, [seeing], context);
    await settleFacts(db, [{ mid: 1, refusal: null }], context, at);
    await settleFacts(db, [{ mid: 1, refusal: null }], context, at);
    expect(await shown(db)).toBeDefined();
  });
});

describe('putBase', () => {
  test('applies waiting facts on top of the server state', async () => {
    const db = emptyDb();
    await recordFacts(db, [settingAside], context);
    await takeBase(db, 5, { match: { reason: 'server' } });
    expect(await shown(db)).toMatchObject({ outcome: 'setAside', match: { reason: 'server' } });
  });

  test('ignores a state older than the stored one', async () => {
    const db = emptyDb();
    await takeBase(db, 5, { seenBy: 'newer' });
    await takeBase(db, 4, { seenBy: 'older' });
    expect((await shown(db))?.seenBy).toBe('newer');
  });
});

describe('a site that is mended here while others mend it', () => {
  const save = (css: string): Mutation => ({
    kind: 'site.save',
    args: { id: 'x', selectors: { 'post.post': css } },
  });
  const remove: Mutation = { kind: 'site.remove', args: { id: 'x' } };

  /** As the team has it after these mends of Ana's. */
  const ofAna = (...mends: string[]) =>
    mends.reduce<TeamSite | null>((known, css, index) => {
      const change = { id: 'x', selectors: { 'post.post': css } };
      return changeTeamSite(known, change, { memberId: 'ana', at: index });
    }, null);

  const take = (db: HearbackDb, seq: number, base: TeamSite | null) =>
    db.transaction('rw', [...recordTables(db), db.outbox], () =>
      putBase(db, 'site', 'x', seq, base, context),
    );

  /** Versions as shown, newest first. */
  async function versionsOf(db: HearbackDb) {
    const site = (await db.sites.get('x'))?.body;
    if (!site) return null;
    return [site, ...site.earlier].map(
      ({ version, selectors, changedBy }) => `${version} ${selectors['post.post']} ${changedBy}`,
    );
  }

  test('shows its own mend on top of what comes from the team', async () => {
    const db = emptyDb();
    await take(db, 1, ofAna('.a'));
    await recordFacts(db, [save('.mine')], context);
    expect(await versionsOf(db)).toEqual(['2 .mine me', '1 .a ana']);
    await take(db, 2, ofAna('.a', '.b'));
    expect(await versionsOf(db)).toEqual(['3 .mine me', '2 .b ana', '1 .a ana']);
  });

  test('is the team’s own once that comes back, without a second version', async () => {
    const db = emptyDb();
    await recordFacts(db, [save('.mine')], context);
    await settleFacts(db, [{ mid: 1, refusal: null }], context, at);
    expect(await versionsOf(db)).toEqual(['1 .mine me']);
    const change = { id: 'x', selectors: { 'post.post': '.mine' } };
    await take(db, 2, changeTeamSite(ofAna('.a'), change, { memberId: 'me', at }));
    expect(await versionsOf(db)).toEqual(['2 .mine me', '1 .a ana']);
  });

  test('is as the team has it once a mend was refused', async () => {
    const db = emptyDb();
    await take(db, 1, ofAna('.a'));
    await recordFacts(db, [save('.mine')], context);
    const refusal = { code: 'forbidden', message: 'Leads only.' } as const;
    await settleFacts(db, [{ mid: 1, refusal }], context, at);
    expect(await versionsOf(db)).toEqual(['1 .a ana']);
  });

  test('stays removed under a mend of others that comes before the removal was told', async () => {
    const db = emptyDb();
    await take(db, 1, ofAna('.a'));
    await recordFacts(db, [remove], context);
    expect(await versionsOf(db)).toBeNull();
    await take(db, 2, ofAna('.a', '.b'));
    expect(await versionsOf(db)).toBeNull();
    await recordFacts(db, [save('.mine')], context);
    expect(await versionsOf(db)).toEqual(['1 .mine me']);
  });

  describe('by somebody who is a lead no more', () => {
    const refuse = (db: HearbackDb, ...mids: number[]) => {
      const refusal = { code: 'forbidden', message: 'Leads only.' } as const;
      return settleFacts(
        db,
        mids.map((mid) => ({ mid, refusal })),
        context,
        at,
      );
    };

    test('is there again once its removal was refused', async () => {
      const db = emptyDb();
      await take(db, 1, ofAna('.a'));
      await recordFacts(db, [remove], context);
      await refuse(db, 1);
      expect(await versionsOf(db)).toEqual(['1 .a ana']);
    });

    test('is there again as the team has it by then', async () => {
      const db = emptyDb();
      await take(db, 1, ofAna('.a'));
      await recordFacts(db, [remove, save('.mine')], context);
      await take(db, 2, ofAna('.a', '.b'));
      await refuse(db, 1, 2);
      expect(await versionsOf(db)).toEqual(['2 .b ana', '1 .a ana']);
    });

    test('is there again after several removals, one after the other', async () => {
      const db = emptyDb();
      await take(db, 1, ofAna('.a'));
      await recordFacts(db, [remove, save('.mine'), remove], context);
      await refuse(db, 1);
      expect(await versionsOf(db)).toBeNull();
      await refuse(db, 2);
      await refuse(db, 3);
      expect(await versionsOf(db)).toEqual(['1 .a ana']);
    });

    test('stays away where the team has removed it too', async () => {
      const db = emptyDb();
      await take(db, 1, ofAna('.a'));
      await recordFacts(db, [remove], context);
      await take(db, 2, null);
      await refuse(db, 1);
      expect(await versionsOf(db)).toBeNull();
    });
  });

  test('begins anew where others have removed it', async () => {
    const db = emptyDb();
    await take(db, 1, ofAna('.a'));
    await recordFacts(db, [save('.mine')], context);
    await take(db, 2, null);
    expect(await versionsOf(db)).toEqual(['1 .mine me']);
  });
});
