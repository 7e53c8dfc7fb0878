import { expect, test } from 'vitest';
import { emptyDb } from '#tests/support/empty-db.ts';
import { loadPageRules } from './page-rules.ts';

async function aTeamOf(...handles: { site: 'x' | 'generic'; handle: string }[]) {
  const db = emptyDb();
  const body = { id: 'ana', name: 'Ana', role: 'member' as const, handles };
  await db.members.put({ id: 'ana', seq: 1, base: body, body });
  return db;
}

test('a site with one address is given its roster', async () => {
  const db = await aTeamOf({ site: 'x', handle: '@Ana_Acme' }, { site: 'generic', handle: 'ana' });
  expect((await loadPageRules(db, 'x')).roster).toEqual(['ana_acme']);
});

test('a handle that one forum has brought hides nobody on another', async () => {
  const db = await aTeamOf({ site: 'generic', handle: 'a_customer' });
  expect((await loadPageRules(db, 'generic')).roster).toEqual([]);
});
