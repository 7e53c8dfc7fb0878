import { z } from 'zod';
import { ROUTE_NOTE_MAX } from './route-limits.ts';
import { prioritySchema } from './routing.ts';

/** Where a thread was sent in the team: by a rule, or by a teammate. */
export const routeSchema = z.object({
  deskId: z.string().min(1).max(60).optional(),
  priority: prioritySchema.optional(),
  /** The teammate who should answer; unlike a claim it never runs out, and holds nobody else off. */
  assignee: z.string().min(1).max(60).optional(),
  /** For whoever takes it up. */
  note: z.string().max(ROUTE_NOTE_MAX).optional(),
  /** Who said so last (server clock, ms); with `ruleId` the browser that applied the rule. */
  by: z.string().max(60),
  at: z.number().int(),
  /** The rule that said so; absent once a person has. */
  ruleId: z.string().max(60).optional(),
});
export type ThreadRoute = z.infer<typeof routeSchema>;

/** What is told of a route: what is absent stays, null takes it away. */
export const routeChangeSchema = z.strictObject({
  deskId: z.string().min(1).max(60).nullable().optional(),
  priority: prioritySchema.nullable().optional(),
  assignee: z.string().min(1).max(60).nullable().optional(),
  note: z.string().max(ROUTE_NOTE_MAX).nullable().optional(),
  /** Said by a rule: counts only where nobody and no rule has said anything yet. */
  ruleId: z.string().min(1).max(60).optional(),
  /** Why the rule sets the thread aside, where it is open and nobody has claimed it; with `ruleId` only. */
  setAside: z.string().trim().min(1).max(300).optional(),
});
export type RouteChange = z.infer<typeof routeChangeSchema>;

/** Put off until then, or until the customer writes more than thanks. */
export const snoozeSchema = z.object({
  /** Server clock, ms. */
  until: z.number().int(),
  by: z.string().max(60),
  at: z.number().int(),
});
export type Snooze = z.infer<typeof snoozeSchema>;

/** Whether a rule sets a thread aside by this change: what people have said or begun stands. */
export function isSetAsideBy(
  thread: { outcome: string; claim: unknown; route?: ThreadRoute | undefined },
  { ruleId, setAside }: RouteChange,
): boolean {
  const isUntouched = thread.outcome === 'open' && !thread.claim && thread.route === undefined;
  return isUntouched && ruleId !== undefined && setAside !== undefined;
}

/** A route after a change. */
export function changeRoute(
  known: ThreadRoute | undefined,
  change: RouteChange,
  { memberId, at }: { memberId: string; at: number },
): ThreadRoute {
  const { ruleId } = change;
  if (ruleId !== undefined && known !== undefined) return known;
  const pick = <T>(told: T | null | undefined, before: T | undefined) =>
    told === undefined ? before : (told ?? undefined);
  const deskId = pick(change.deskId, known?.deskId);
  const priority = pick(change.priority, known?.priority);
  const assignee = pick(change.assignee, known?.assignee);
  const note = pick(change.note, known?.note) || undefined;
  // What a person took away stays away, so an empty route of theirs is kept: a rule does not say it again.
  return {
    ...(deskId === undefined ? {} : { deskId }),
    ...(priority === undefined ? {} : { priority }),
    ...(assignee === undefined ? {} : { assignee }),
    ...(note === undefined ? {} : { note }),
    by: memberId,
    at,
    ...(ruleId === undefined ? {} : { ruleId }),
  };
}
