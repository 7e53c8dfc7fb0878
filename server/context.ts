import type { Clock } from './clock.ts';
import type { LiveHub } from './hub.ts';
import type { Logger } from './log.ts';
import type { TeamModel } from './model/team-model.ts';
import type { Database } from './store/database.ts';

/** What services and routes work with. */
export interface ServerContext {
  store: Database;
  /** For rate limits and waiting; what is stored takes its time from the store. */
  clock: Clock;
  log: Logger;
  hub: LiveHub;
  /** The origin that people reach the server at; links are made from it. */
  publicUrl: () => string;
  /** New threads that one device may report an hour; `SIGHTINGS_PER_HOUR` when left out. */
  sightingsPerHour?: number;
  /** The model that may polish drafts; nobody is asked without one. */
  model?: TeamModel;
}
