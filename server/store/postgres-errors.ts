import { DatabaseError } from 'pg';
import { StoreUnavailableError } from './database.ts';

/** Two transactions met; the loser was rolled back whole and may simply run again. */
export class ConflictError extends Error {
  constructor(cause: unknown) {
    super('Two transactions met.', { cause });
    this.name = 'ConflictError';
  }
}

/** A migration changed a table under a statement that the connection keeps prepared; a new connection does not. */
export class StalePlanError extends Error {
  constructor(cause: unknown) {
    super('A prepared statement is of an earlier version.', { cause });
    this.name = 'StalePlanError';
  }
}

/** "cached plan must not change result type" has only the code of everything unsupported; so the place tells it. */
const STALE_PLAN = { code: '0A000', routine: 'RevalidateCachedQuery' };
/** serialization_failure, deadlock_detected. */
const CONFLICTS = new Set(['40001', '40P01']);
/**
 * Connection lost, not let in, out of resources (a full disk too), shut down, out of order; and no database there.
 * Classes of PostgreSQL's appendix A.
 */
const UNAVAILABLE = /^(08|28|3D|53|57|58|XX)/;
/** read_only_sql_transaction (a standby), lock_not_available, idle_in_transaction_session_timeout. */
const UNAVAILABLE_CODES = new Set(['25006', '55P03', '25P03']);

/** What an error of the driver means to the caller. What is a mistake of ours stays as it is. */
export function toStoreError(error: unknown): unknown {
  // What is not PostgreSQL's own answer came from the line to it.
  if (!(error instanceof DatabaseError)) return new StoreUnavailableError(error);
  const code = error.code ?? '';
  if (code === STALE_PLAN.code && error.routine === STALE_PLAN.routine) {
    return new StalePlanError(error);
  }
  if (CONFLICTS.has(code)) return new ConflictError(error);
  if (UNAVAILABLE.test(code) || UNAVAILABLE_CODES.has(code)) {
    return new StoreUnavailableError(error);
  }
  return error;
}
