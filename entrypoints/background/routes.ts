/** Where new mentions go by the team's rules, told by the browser that found them. */
import { applyMutation } from '#utils/db/apply-mutation.ts';
import type { MutationContext } from '#utils/db/apply-mutation.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import { ROUTING_ID } from '#utils/model/routing.ts';
import type { Rule } from '#utils/model/routing.ts';
import type { Thread } from '#utils/model/thread.ts';
import { logError } from '#utils/platform/log.ts';
import { ruleParts, toRouter } from '#utils/routing/route-mention.ts';
import type { RoutedTo } from '#utils/routing/route-mention.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import type { TriageDesk } from './triage.ts';

/**
 * What the rules say of threads that these facts make: to be recorded right after them, as one. Whoever has said anything
 * of a thread before is left alone, here and by the server. Nothing where rules cannot be read: a mention is never lost for
 * them.
 */
export async function toRouteFacts(
  { db, triage }: { db: HearbackDb; triage: TriageDesk },
  facts: readonly Mutation[],
  context: MutationContext,
): Promise<Mutation[]> {
  if (!facts.some(({ kind }) => kind === 'thread.see')) return [];
  try {
    const rules = (await db.routings.get(ROUTING_ID))?.body.rules.filter(({ isOn }) => isOn) ?? [];
    if (rules.length === 0) return [];
    const threads = await findNew(db, facts, context);
    const wantsTriage = rules.some(asksTriage);
    const known = wantsTriage && threads.length > 0 ? await triage.judgeThreads(threads) : {};
    const router = toRouter({ rules });
    return threads.flatMap(({ id, post, match }) => {
      const { intent = null, lang = null } = known[id] ?? {};
      const mention = { post, brandId: match.brandId, intent, lang, followers: null };
      return toFact(id, router.route(mention)) ?? [];
    });
  } catch (error) {
    logError('rules were not applied', error);
    return [];
  }
}

/** Reading what posts are costs more than reading rules. */
function asksTriage({ when }: Rule): boolean {
  return (when.intents ?? []).length > 0 || (when.langs ?? []).length > 0;
}

async function findNew(
  db: HearbackDb,
  facts: readonly Mutation[],
  context: MutationContext,
): Promise<Thread[]> {
  const seen = facts.filter((fact) => fact.kind === 'thread.see');
  const known = await db.threads.bulkGet(seen.map(({ args }) => args.id));
  return seen.flatMap((fact, at) =>
    known[at] ? [] : ((applyMutation(fact, null, context) as Thread | null) ?? []),
  );
}

function toFact(id: string, { does, by }: RoutedTo): Mutation | null {
  const [first] = ruleParts.flatMap((part) => by[part] ?? []);
  return first === undefined
    ? null
    : { kind: 'thread.route', args: { id, ...does, ruleId: first } };
}
