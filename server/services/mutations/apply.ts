import type { Mutation, MutationKind } from '#utils/sync/wire.ts';
import type { Actor } from '../actor.ts';
import type { TeamWrite } from '../team-write.ts';

/** What a fact of one kind does to the team's records. Throws `Refused` before it has written anything. */
export type Apply<K extends MutationKind> = (
  write: TeamWrite,
  actor: Actor,
  args: Extract<Mutation, { kind: K }>['args'],
) => Promise<void>;
