/**
 * A team as the first version wrote it, and the statements that this version runs, as texts that no later change of
 * the code reaches: what is out there stays readable, and servers of both versions may run side by side for a while.
 */
import { readFileSync } from 'node:fs';
import type { Sql, SqlValue } from '../store/database.ts';

const firstTables = new URL('../store/migrations/001-first-tables.sql', import.meta.url);

/** Makes the tables of version 1, with one team of an owner and a member, threads, replies and the rest. */
export async function writeVersionOne(
  tx: Sql,
  hashes: { ada: string; ben: string },
): Promise<void> {
  await tx.run(
    'CREATE TABLE migration (version BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)',
  );
  for (const statement of readFileSync(firstTables, 'utf8').split(/;[ \t]*$/m)) {
    const sql = statement.replaceAll(/^--.*$/gm, '').trim();
    if (sql !== '') await tx.run(sql);
  }
  for (const sql of data) await tx.run(sql);
  await tx.run(oldStatements.insertDevice, ['t', 'd1', 'ada', 'Chrome', hashes.ada]);
  await tx.run(oldStatements.insertDevice, ['t', 'd2', 'ben', 'Firefox', hashes.ben]);
  await tx.run("UPDATE device SET last_mid = 3, acked_mid = 1 WHERE device_id = 'd2'");
  await tx.run(
    "INSERT INTO applied VALUES ('t', 'd2', 2, 'h2', NULL), ('t', 'd2', 3, 'h3', '{\"code\":\"forbidden\",\"message\":\"No.\"}')",
  );
}

const post = (id: string) =>
  `{"site":"x","id":"${id}","author":{"handle":"lena_example"},"text":"My Acme kettle","permalink":"https://x.com/lena_example/status/${id}","time":1699999000000,"parentId":null}`;
const match = '{"brandId":"acme","matched":"Acme","kind":"name","sure":true,"reason":"Names Acme"}';
const brand =
  '{"id":"acme","name":"Acme","names":[],"handles":[],"domains":[],"excludedWords":[],"contextWords":[]}';
const reply =
  '{"id":"x:9","threadId":"x:2","handle":"ada_acme","text":"Hi Lena","permalink":"https://x.com/ada_acme/status/9","at":1699999900000,"source":"sent","memberId":"ada"}';
const member = (id: string, name: string, role: string) =>
  `{"id":"${id}","name":"${name}","role":"${role}","handles":[]}`;

const data = [
  "INSERT INTO migration VALUES (1, '001-first-tables.sql', 1700000000000)",
  "INSERT INTO team VALUES ('t', 'Acme team', 'epoch-1', 6, 0, 1700000000000)",
  `INSERT INTO member VALUES ('t', 'ada', 'owner', '${member('ada', 'Ada Example', 'owner')}', 1, NULL),
     ('t', 'ben', 'member', '${member('ben', 'Ben Example', 'member')}', 2, NULL)`,
  `INSERT INTO brand VALUES ('t', 'acme', '${brand}', 3, NULL)`,
  `INSERT INTO thread VALUES
     ('t', 'x:1', 'x', '${post('1')}', '${match}', 'ben', 1700000000000, 'open', NULL, 'ben', 'd2', 4,
      1700000000000, 1700000600000, 0, 4, NULL),
     ('t', 'x:2', 'x', '${post('2')}', '${match}', 'ada', 1700000000000, 'settled', 'Done', NULL, NULL, 1,
      NULL, NULL, 0, 5, NULL)`,
  `INSERT INTO reply VALUES ('t', 'x:9', 'x:2', 'ada', 'sent', '${reply}', 6, NULL)`,
  `INSERT INTO change VALUES
     ('t', 1, 'mark-1', 'member', 'ada', 'put', '${member('ada', 'Ada Example', 'owner')}', NULL, NULL, 1700000000000),
     ('t', 2, 'mark-2', 'member', 'ben', 'put', '${member('ben', 'Ben Example', 'member')}', NULL, NULL, 1700000000000),
     ('t', 3, 'mark-3', 'brand', 'acme', 'put', '${brand}', 'ada', 'd1', 1700000000000),
     ('t', 6, 'mark-6', 'reply', 'x:9', 'put', '${reply}', 'ada', 'd1', 1700000000000)`,
  "INSERT INTO invite VALUES ('t', 'hash-of-an-invite', 'member', 'ada', 1700000000000, 1700600000000, NULL)",
  "INSERT INTO audit VALUES ('t', 'a1', 1700000000000, 'ada', 'claim.takenOver', 'x:1')",
];

/** What a server of version 1 writes with. */
export const oldStatements = {
  insertDevice: `INSERT INTO device (team_id, device_id, member_id, name, token_hash, created_at, seen_at)
    VALUES (?, ?, ?, ?, ?, db_now(), db_now())`,
  insertMember: `INSERT INTO member (team_id, id, role, body) VALUES (?, ?, ?, ?)
    ON CONFLICT (team_id, id) DO UPDATE SET role = excluded.role, body = excluded.body`,
  insertInvite: `INSERT INTO invite (team_id, invite_hash, role, created_by, created_at, expires_at)
    VALUES (?, ?, ?, ?, db_now(), db_now() + ?) RETURNING expires_at`,
  redeemInvite: `UPDATE invite SET used_at = db_now()
    WHERE team_id = ? AND invite_hash = ? AND used_at IS NULL AND expires_at > db_now() RETURNING role`,
  lockDevice: `UPDATE device SET seen_at = db_now()
    WHERE team_id = ? AND device_id = ? AND revoked_at IS NULL RETURNING last_mid`,
  updateMids: `UPDATE device SET last_mid = ?, acked_mid = CASE WHEN acked_mid > ? THEN acked_mid ELSE ? END
    WHERE team_id = ? AND device_id = ?`,
  insertThread: `INSERT INTO thread (team_id, id, site, post, match, seen_by, seen_at)
    VALUES (?, ?, ?, ?, ?, ?, db_now()) ON CONFLICT (team_id, id) DO NOTHING`,
  grantClaim: `UPDATE thread SET holder = ?, holder_device = ?, fence = fence + 1, lapsed = 0,
      claimed_at = db_now(), lease_until = db_now() + ?
    WHERE team_id = ? AND id = ? AND deleted_at IS NULL AND outcome = 'open'
      AND (holder IS NULL OR lease_until <= db_now() OR (? = 1 AND holder <> ?))
    RETURNING holder, fence, claimed_at, lease_until, lapsed`,
  insertReply: `INSERT INTO reply (team_id, id, thread_id, member_id, source, body) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (team_id, id) DO UPDATE SET member_id = excluded.member_id,
      source = excluded.source, body = excluded.body, deleted_at = NULL`,
  insertApplied:
    'INSERT INTO applied (team_id, device_id, mid, hash, refusal) VALUES (?, ?, ?, ?, ?)',
  insertAudit:
    'INSERT INTO audit (team_id, id, at, member_id, action, target) VALUES (?, ?, db_now(), ?, ?, ?)',
  bumpSeq: 'UPDATE team SET seq = seq + ? WHERE team_id = ? RETURNING seq',
  insertChange: `INSERT INTO change (team_id, seq, mark, kind, id, op, body, member_id, device_id, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, db_now())`,
  saveDocument: `INSERT INTO library (team_id, id, body) VALUES (?, ?, ?)
    ON CONFLICT (team_id, id) DO UPDATE SET body = excluded.body, deleted_at = NULL`,
} as const;

/** Everything a server of version 1 does with a team's tables, in one transaction; what `RETURNING` gave. */
export async function writeAsVersionOne(tx: Sql, hash: string): Promise<(SqlValue | undefined)[]> {
  const one = async (sql: string, params: SqlValue[], column: string) =>
    (await tx.get(sql, params))?.[column];
  const entry = '{"id":"l1","kind":"snippet","text":"Hi","tags":[],"at":1,"memberId":"cem"}';
  await tx.run(oldStatements.insertInvite, ['t', 'old-invite', 'member', 'ada', 60_000]);
  const role = await one(oldStatements.redeemInvite, ['t', 'old-invite'], 'role');
  const cem = ['t', 'cem', 'member', member('cem', 'Cem Example', 'member')];
  await tx.run(oldStatements.insertMember, cem);
  await tx.run(oldStatements.insertDevice, ['t', 'd3', 'cem', 'Chrome', hash]);
  const mid = await one(oldStatements.lockDevice, ['t', 'd3'], 'last_mid');
  await tx.run(oldStatements.insertThread, ['t', 'x:3', 'x', post('3'), match, 'cem']);
  const claimer = ['cem', 'd3', 600_000, 't', 'x:3', 0, 'cem'];
  const fence = await one(oldStatements.grantClaim, claimer, 'fence');
  const answer = reply.replace('x:9', 'x:10').replace('x:2', 'x:3');
  await tx.run(oldStatements.insertReply, ['t', 'x:10', 'x:3', 'cem', 'sent', answer]);
  await tx.run(oldStatements.saveDocument, ['t', 'l1', entry]);
  await tx.run(oldStatements.insertApplied, ['t', 'd3', 1, 'h', null]);
  await tx.run(oldStatements.updateMids, [1, 0, 0, 't', 'd3']);
  await tx.run(oldStatements.insertAudit, ['t', 'a2', 'cem', 'claim.takenOver', 'x:3']);
  const seq = Number(await one(oldStatements.bumpSeq, [1, 't'], 'seq'));
  const change = ['t', seq, 'mark-7', 'library', 'l1', 'put', entry, 'cem', 'd3'];
  await tx.run(oldStatements.insertChange, change);
  await tx.run("UPDATE library SET seq = ? WHERE team_id = 't' AND id = 'l1'", [seq]);
  return [role, mid, fence, seq];
}
