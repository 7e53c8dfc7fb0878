import type { Sql } from './database.ts';

/** Takes the picture of a story's post away, if there is one. */
export async function removePicture(sql: Sql, teamId: string, storyId: string): Promise<void> {
  await sql.run('DELETE FROM picture WHERE team_id = ? AND story_id = ?', [teamId, storyId]);
}
