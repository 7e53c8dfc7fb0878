import type { Picture } from '#utils/model/story.ts';
import type { Sql } from './database.ts';
import { isStorable } from './storable.ts';

export interface StoredPicture {
  hash: string;
  type: Picture['type'];
  /** Base64. */
  data: string;
}

/** Keeps the picture of a story's post in place of the one before. */
export async function savePicture(
  sql: Sql,
  teamId: string,
  storyId: string,
  { hash, type, data }: StoredPicture,
): Promise<void> {
  await sql.run(
    `INSERT INTO picture (team_id, story_id, hash, type, data) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (team_id, story_id) DO UPDATE
       SET hash = excluded.hash, type = excluded.type, data = excluded.data`,
    [teamId, storyId, hash, type, data],
  );
}

/** The picture of a story's post; null where there is none. */
export async function loadPicture(
  sql: Sql,
  teamId: string,
  storyId: string,
): Promise<StoredPicture | null> {
  if (!isStorable(storyId)) return null;
  const row = await sql.get(
    'SELECT hash, type, data FROM picture WHERE team_id = ? AND story_id = ?',
    [teamId, storyId],
  );
  if (!row) return null;
  return { hash: String(row.hash), type: row.type as Picture['type'], data: String(row.data) };
}

/** Takes the picture of a story's post away, if there is one. */
export async function removePicture(sql: Sql, teamId: string, storyId: string): Promise<void> {
  await sql.run('DELETE FROM picture WHERE team_id = ? AND story_id = ?', [teamId, storyId]);
}
