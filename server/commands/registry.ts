import { backup } from './backup.ts';
import type { Command } from './command.ts';
import { doctor } from './doctor.ts';
import { erase } from './erase.ts';
import { invite } from './invite.ts';
import { members } from './members.ts';
import { migrateToPostgres } from './migrate-to-postgres.ts';
import { restore } from './restore.ts';
import { start } from './start.ts';

/** All commands, in the order in which they are listed. */
export const commands: Record<string, Command> = {
  start,
  invite,
  members,
  backup,
  restore,
  'migrate-to-postgres': migrateToPostgres,
  erase,
  doctor,
};
