import { useEffect, useState } from 'preact/hooks';
import type { DataSectionProps, ErasureWish } from '#components/settings/options-props.ts';
import { threadWords } from '#components/thread/words.ts';
import { findErasableAuthor, findErasablePost } from '#utils/db/find-erasable.ts';
import { openDb } from '#utils/db/open.ts';
import { countStored } from '#utils/db/stored-counts.ts';
import { siteIds } from '#utils/model/site.ts';
import type { Role } from '#utils/model/team.ts';
import { send } from '#utils/messages/send.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { findPerson } from './find-person.ts';
import { useLiveQuery } from './use-live-query.ts';
import { attempt, toWords } from './use-team-state.ts';

const UNKNOWN_POST =
  'No post with this address is known here. Copy the link of the post itself, or erase everything of the person instead.';
const SEVERAL_POSTS =
  'More than one post is known by this address, so it does not say which one to erase. Erase everything of the person instead.';

/** Sites whose posts are recorded as theirs. */
const sites = siteIds
  .filter((id) => siteFacts[id].postsOf === undefined)
  .map((id) => ({ id, name: threadWords.sites[id] }));

/** How long the team keeps what it has, and erasing, while `isShown`. */
export function useTeamData(
  isShown: boolean,
  { role, hasTeam }: { role: Role; hasTeam: boolean },
): DataSectionProps {
  const [retentionDays, setRetentionDays] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    if (!isShown || !hasTeam) return;
    send('retention.load', null)
      .then((answer) => {
        setRetentionDays(answer.retentionDays);
        setTrouble(null);
      })
      .catch((error: unknown) => setTrouble(toWords(error)));
  }, [isShown, hasTeam]);
  const stored = useLiveQuery(async () => (isShown ? countStored(openDb()) : null), [isShown]);
  return {
    role,
    hasTeam,
    stored: stored.value,
    onFindPerson: findPerson,
    retentionDays,
    trouble,
    sites,
    async onSaveRetention(days) {
      const problem = await attempt(() => send('retention.save', { retentionDays: days }));
      if (problem === null) setRetentionDays(days);
      return problem;
    },
    async onFindErasable(wish) {
      try {
        return await find(wish);
      } catch (error) {
        return { refused: toWords(error) };
      }
    },
    async onErase(what) {
      try {
        return await send('team.erase', { what });
      } catch (error) {
        return { refused: toWords(error) };
      }
    },
  };
}

async function find(wish: ErasureWish) {
  const db = openDb();
  if ('link' in wish) {
    const found = await findErasablePost(db, wish.link);
    if (found === null) return { refused: UNKNOWN_POST };
    if (found === 'several') return { refused: SEVERAL_POSTS };
    return { ...found, label: found.post.permalink };
  }
  const found = await findErasableAuthor(db, wish.site, wish.author);
  const site = sites.find(({ id }) => id === wish.site)?.name ?? wish.site;
  return { ...found, post: null, label: `@${wish.author} · ${site}` };
}
