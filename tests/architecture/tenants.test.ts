/** The tenant fence in SQL: whatever touches a team's rows names the team (threat T18). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findUnfenced, listStatements, listTenantTables } from './support/sql-statements.ts';

const STORE = 'server/store';
const migrations = readdirSync(join(STORE, 'migrations')).map((name) =>
  readFileSync(join(STORE, 'migrations', name), 'utf8'),
);
const tables = listTenantTables(migrations);
const statements = readdirSync(STORE)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .flatMap((name) => listStatements(`${STORE}/${name}`));

/** What asks over all teams, and why it may; the beginning of the statement. */
const overAllTeams: Record<string, string> = {
  'SELECT DISTINCT team_id FROM thread':
    'the sweeper learns which teams to visit, and nothing else',
  'SELECT DISTINCT team_id FROM webhook_delivery':
    'whoever delivers learns which teams to visit, and nothing else',
  'UPDATE device SET sightings_free = ?':
    'a restore gives every device of the server the same leave to send again',
  'SELECT * FROM team ORDER BY created_at':
    'a server started by hand serves its oldest team, and upkeep visits each',
};

test('the scan sees the tables and the statements', () => {
  expect(tables.length).toBeGreaterThan(10);
  expect(statements.length).toBeGreaterThan(40);
});

test('every statement on a team’s rows names the team', () => {
  const isAllowed = (text: string) =>
    Object.keys(overAllTeams).some((start) => text.startsWith(start));
  const slips = findUnfenced(statements, tables).filter(({ text }) => !isAllowed(text));
  expect(slips).toEqual([]);
});

test('every exception is still in use', () => {
  const unused = Object.keys(overAllTeams).filter(
    (start) => !statements.some(({ text }) => text.startsWith(start)),
  );
  expect(unused).toEqual([]);
});

test.each([
  ['a look-up by id alone', 'SELECT body FROM story WHERE id = ?'],
  ['an update of all', "UPDATE thread SET outcome = 'open'"],
  ['a row without its team', 'INSERT INTO reply (id, body) VALUES (?, ?)'],
  ['a removal by age', 'DELETE FROM change WHERE at < ?'],
  ['a team that is only selected', 'SELECT team_id FROM device WHERE token_hash = ?'],
  [
    'a join that ties only the ids',
    'SELECT 1 FROM device JOIN member ON member.id = device.member_id WHERE device.team_id = ?',
  ],
  ['a table named in code', 'SELECT body FROM ${} WHERE id = ?'],
])('sees %s', (_, text) => {
  expect(findUnfenced([{ path: 'slip.ts', text }], tables).length).toBe(1);
});
