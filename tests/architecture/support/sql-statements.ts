import { readFileSync } from 'node:fs';
import { walkCode } from './walk-code.ts';
import type { Node } from './walk-code.ts';

export interface Statement {
  path: string;
  /** On one line; `${}` stands for what the code puts in. */
  text: string;
}

const VERBS = /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\s/;

/** The SQL in a file: every text that begins like a statement. */
export function listStatements(path: string): Statement[] {
  return walkCode(path, readFileSync(path, 'utf8'))
    .map(toText)
    .filter((text) => text !== null && VERBS.test(text))
    .map((text) => ({ path, text: String(text).replaceAll(/\s+/g, ' ').trim() }));
}

function toText(node: Node): string | null {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  if (node.type !== 'TemplateLiteral') return null;
  const quasis = node['quasis'] as { value: { cooked: string } }[];
  return quasis.map(({ value }) => value.cooked).join('${}');
}

/** The tables whose key begins with the team. */
export function listTenantTables(migrations: readonly string[]): string[] {
  return migrations.flatMap((sql) =>
    [...sql.matchAll(/CREATE TABLE (\w+) \(([^;]*)\);/g)]
      .filter(([, , columns]) => /^\s*team_id /.test(columns ?? ''))
      .map(([, name]) => String(name)),
  );
}

/** Statements that reach a team's rows without naming the team for each of the tables. */
export function findUnfenced(
  statements: readonly Statement[],
  tables: readonly string[],
): Statement[] {
  return statements.filter(({ text }) => {
    const reached = [...text.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE) (\w+|\$\{\})/g)]
      .map(([, name]) => String(name))
      // The table of a record's kind is put in by code.
      .filter((name) => name === '${}' || tables.includes(name));
    return reached.length > 0 && countFences(text) < reached.length;
  });
}

/** How many of a statement's tables are held to a team. */
function countFences(text: string): number {
  const inserted = /INSERT INTO \S+ \(team_id,/.test(text) ? 1 : 0;
  const compared = [...text.matchAll(/\bteam_id (?:=|IN \() ?(?:\?|\$\{\}|\w+\.team_id)/g)].length;
  return inserted + compared;
}
