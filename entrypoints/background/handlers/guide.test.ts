import { expect, test } from 'vitest';
import { emptyDb } from '#tests/support/empty-db.ts';
import { readGuide } from '#utils/db/guide.ts';
import { DEFAULT_GUIDE } from '#utils/model/default-guide.ts';
import type { Role } from '#utils/model/team.ts';
import { createServices } from '../services.ts';
import { createGuideHandlers } from './guide.ts';

const panel = { kind: 'page', tabId: null, origin: null } as const;

async function saveAs(role: Role) {
  const db = emptyDb();
  const services = createServices(db);
  const { memberId } = await services.engine.context();
  const body = { id: memberId, name: 'Mia', role, handles: [] };
  await db.members.put({ id: memberId, seq: 1, body, base: body });
  const { changedBy: _by, changedAt: _at, ...guide } = { ...DEFAULT_GUIDE, signature: '^{me}' };
  await createGuideHandlers(services)['guide.save'](guide, panel);
  return { guide: await readGuide(db), memberId };
}

test('a lead writes the guide', async () => {
  const { guide, memberId } = await saveAs('lead');
  expect(guide).toMatchObject({ signature: '^{me}', changedBy: memberId });
  expect(guide.changedAt).toBeGreaterThan(0);
});

test('a member is told at once that they cannot', async () => {
  await expect(saveAs('member')).rejects.toThrow(/Only a lead/u);
});
