/**
 * Notices that the data went back in time, or is another one's, though nobody said so: a failover to a standby that
 * was behind, a restored dump, a file that was copied back (docs/decisions/0012-noticing-a-restore.md). Then every team
 * gets a new epoch, and browsers send again what they did since.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { toErrorFields } from '../log.ts';
import type { Logger } from '../log.ts';
import type { Database, Sql } from '../store/database.ts';
import { findReadableSigns, loadLineage, readSigns, saveLineage } from '../store/lineage.ts';
import type { Sign, Signs } from '../store/lineage.ts';
import { loadTeam } from '../store/teams.ts';
import { readLineageFile, writeLineageFile } from './lineage-file.ts';
import { rotateEpochs } from './rotate-epochs.ts';

/** A SQLite file goes by another name after so long, ms: a copy that is older is known for one. */
const RENEW_EVERY_MS = 10 * 60_000;
/** Processes on one database have their turn, so that only one of them gives new epochs. */
const TURN = 'lineage';

const signsSchema = z.record(z.string(), z.string().nullable());

/** Looks whether the data is still the same. */
export interface RestoreWatch {
  /** Resolves when epochs are new where they had to be. Rejects when the store cannot be used. */
  look(): Promise<void>;
  /** To be called before the store is closed. */
  close(): Promise<void>;
}

/** How far a team's history was known to reach. */
export interface Reached {
  teamId: string;
  epoch: string;
  seq: number;
}

/** Looks once and, with `look`, as often as asked: a failover needs no new start. */
export async function watchPostgres(store: Database, log: Logger): Promise<RestoreWatch> {
  const readable = await findReadableSigns(store);
  for (const sign of ['system', 'timeline'] satisfies Sign[]) {
    if (!readable.includes(sign)) log.info('restore.unnoticeable', { code: sign });
  }
  let seen = '';

  async function look(): Promise<void> {
    if (JSON.stringify(await readSigns(store, readable)) === seen) return;
    const { now, isOther } = await store.transaction((tx) => compare(tx, readable), TURN);
    seen = JSON.stringify(now);
    if (isOther) log.info('restore.noticed');
  }

  await look();
  return { look, close: async () => undefined };
}

async function compare(tx: Sql, readable: readonly Sign[]) {
  // Read in the same transaction, so that what is written is true of the database it is written to.
  const now = await readSigns(tx, readable);
  const text = await loadLineage(tx);
  const known = text === null ? {} : parseSigns(text);
  const isOther = (Object.keys(now) as Sign[]).some((sign) => isChanged(known[sign], now[sign]));
  const told = Object.entries(now).filter(([, value]) => value !== null);
  const merged = JSON.stringify({ ...known, ...Object.fromEntries(told) });
  if (merged !== text) await saveLineage(tx, merged);
  if (isOther) await rotateEpochs(tx);
  return { now, isOther };
}

/** What one of the two could not read tells nothing: servers may be let read different things. */
function isChanged(known: string | null | undefined, now: string | null | undefined): boolean {
  return known != null && now != null && known !== now;
}

function parseSigns(text: string): Signs {
  try {
    return signsSchema.parse(JSON.parse(text));
  } catch {
    // Of a SQLite file, by somebody's own tools.
    return { system: text };
  }
}

/** Looks once, then gives the file a new name for itself every few minutes and at its end. */
export async function watchSqlite(
  store: Database,
  data: string,
  log: Logger,
): Promise<RestoreWatch> {
  let turn: Promise<void> = Promise.resolve();
  const renew = (): Promise<void> => {
    turn = turn.then(async () => {
      try {
        if (await renewLineage(store, data)) log.info('restore.noticed');
      } catch (error) {
        // A full disk lets nobody write, but people may read; the next turn does it.
        log.error('restore.failed', toErrorFields(error));
      }
    });
    return turn;
  };
  await renew();
  const timer = setInterval(() => void renew(), RENEW_EVERY_MS).unref();
  return {
    // The file was opened, and no other comes into its place under an open one.
    look: async () => undefined,
    close: () => {
      clearInterval(timer);
      return renew();
    },
  };
}

/**
 * Gives the file a new name, inside and beside it; true when the two had been at odds, and so every team has a new
 * epoch. Beside it stand the old and the new name while the one inside changes: a kill at any moment is no restore.
 */
export async function renewLineage(store: Database, data: string): Promise<boolean> {
  const known = await loadLineage(store);
  const beside = readLineageFile(data);
  const isOther = known === null ? beside !== null : beside?.includes(known) !== true;
  const next = randomUUID();
  writeLineageFile(data, isOther || known === null ? [next] : [known, next]);
  await store.transaction(async (tx) => {
    await saveLineage(tx, next);
    if (isOther) await rotateEpochs(tx);
  }, TURN);
  writeLineageFile(data, [next]);
  return isOther;
}

/**
 * For what nothing else tells: a history was seen to reach further than it does, under the same epoch. Whichever process
 * is first gives new epochs.
 */
export async function rotateIfBehind(store: Database, reached: Reached): Promise<boolean> {
  return store.transaction(async (tx) => {
    // Once more, by the connection that writes: a pooler may have asked a standby that is late.
    const team = await loadTeam(tx, reached.teamId);
    const isBehind = team !== null && team.epoch === reached.epoch && team.seq < reached.seq;
    if (isBehind) await rotateEpochs(tx);
    return isBehind;
  }, TURN);
}
