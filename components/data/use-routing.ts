import { useEffect, useState } from 'preact/hooks';
import type { PartnersSectionProps } from '#components/routing/PartnersSection.tsx';
import type { RoutingSectionProps } from '#components/routing/RoutingSection.tsx';
import { toLanguages } from '#components/settings/languages.ts';
import { triageWords } from '#components/thread/triage-words.ts';
import { loadLatestThreads } from '#utils/db/latest-threads.ts';
import { openDb } from '#utils/db/open.ts';
import { send } from '#utils/messages/send.ts';
import { INTENTS } from '#utils/model/intents.ts';
import { siteIds } from '#utils/model/site.ts';
import type { Thread } from '#utils/model/thread.ts';
import type { Triage } from '#utils/model/triage.ts';
import { writeClipboard } from '#utils/platform/clipboard.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { useLiveQuery } from './use-live-query.ts';
import { attempt } from './use-team-state.ts';

/** As many mentions rules are tried on. */
const TRIED = 200;
/** The background judges so many at once between other work. */
const JUDGED_AT_ONCE = 100;

const newId = () => crypto.randomUUID();

/** The team's rules and what they would have done; mentions are read only where that is shown. */
export function useRouting(isShown: boolean, canChange: boolean): RoutingSectionProps {
  const db = openDb();
  const rules = useLiveQuery(async () => (await db.routings.toArray())[0]?.body.rules ?? [], []);
  const desks = useLiveQuery(() => db.desks.toArray(), []);
  const members = useLiveQuery(() => db.members.toArray(), []);
  const brands = useLiveQuery(() => db.brands.toArray(), []);
  // A rule is said in their names.
  const isRead = [desks, members, brands].every(({ value }) => value !== null);
  return {
    rules: isRead ? rules.value : null,
    canChange,
    options: {
      brands: toOptions(brands.value),
      desks: toOptions(desks.value),
      teammates: toOptions(members.value),
      sites: siteIds.map((id) => ({ value: id as string, label: siteFacts[id].name })),
      intents: INTENTS.map((id) => ({ value: id as string, label: triageWords.intents[id] })),
      langs: toLanguages(undefined),
    },
    mentions: useTried(isShown),
    newId,
    onSave: (rules) => attempt(() => send('routing.save', { rules })),
  };
}

/** Who outside the company can help. */
export function usePartners(): PartnersSectionProps {
  const db = openDb();
  const partners = useLiveQuery(() => db.partners.toArray(), []);
  return {
    partners:
      partners.value
        ?.map(({ body }) => body)
        .toSorted((one, other) => one.name.localeCompare(other.name)) ?? null,
    newId,
    onSave: (partner) => attempt(() => send('partner.save', partner)),
    onRemove: (id) => attempt(() => send('partner.remove', { id })),
    onCopy: writeClipboard,
  };
}

function toOptions(rows: readonly { id: string; body: { name: string } }[] | null) {
  return (rows ?? [])
    .map(({ id, body }) => ({ value: id, label: body.name }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
}

/** The last mentions with what they are, read once each time they are shown. */
function useTried(isShown: boolean): RoutingSectionProps['mentions'] {
  const [tried, setTried] = useState<RoutingSectionProps['mentions']>(null);
  useEffect(() => {
    if (!isShown) return undefined;
    let isOver = false;
    const read = async () => {
      const threads = await loadLatestThreads(openDb(), TRIED);
      const judged = await judge(threads);
      if (!isOver) setTried(threads.map((thread) => toTried(thread, judged[thread.id])));
    };
    // Without them rules can still be made: they are then tried on nothing.
    read().catch(() => (isOver ? undefined : setTried([])));
    return () => {
      isOver = true;
    };
  }, [isShown]);
  return tried;
}

async function judge(threads: readonly Thread[]): Promise<Record<string, Triage>> {
  const ids = threads.map(({ id }) => id);
  const parts: Record<string, Triage>[] = [];
  for (let at = 0; at < ids.length; at += JUDGED_AT_ONCE) {
    const threadIds = ids.slice(at, at + JUDGED_AT_ONCE);
    parts.push(await send('triage.load', { threadIds }));
  }
  return Object.assign({}, ...parts) as Record<string, Triage>;
}

function toTried({ id, post, match }: Thread, triage: Triage | undefined) {
  const { intent = null, lang = null } = triage ?? {};
  return {
    mention: { post, brandId: match.brandId, intent, lang, followers: null },
    shown: { threadId: id, handle: post.author.handle, text: post.text.slice(0, 200) },
  };
}
