import { useEffect, useState } from 'preact/hooks';
import { send } from '#utils/messages/send.ts';
import type { Share, ShareRequest } from '#utils/model/share.ts';
import { attempt, toWords, useTeamState } from './use-team-state.ts';

/** The links to a collection, asked of the server where somebody may make some; with the acts on them. */
export function useShares(collectionId: string | null) {
  const { state } = useTeamState();
  const canShare = state?.team != null && state.me != null && state.me.role !== 'member';
  const [all, setAll] = useState<Share[] | null>(null);
  const [acts, setActs] = useState(0);
  const isWanted = canShare && collectionId !== null;
  useEffect(() => {
    if (!isWanted) return undefined;
    let isCurrent = true;
    send('share.list', null).then(
      (shares) => isCurrent && setAll(shares),
      () => isCurrent && setAll(null),
    );
    return () => {
      isCurrent = false;
    };
  }, [isWanted, acts]);
  return {
    canShare,
    shares: all?.filter((share) => share.collectionId === collectionId) ?? null,
    async onShare(request: ShareRequest): Promise<{ link: string } | { refused: string }> {
      try {
        return await send('share.create', request);
      } catch (error) {
        return { refused: toWords(error) };
      } finally {
        setActs((last) => last + 1);
      }
    },
    async onEndShare(id: string) {
      const refused = await attempt(() => send('share.end', { id }));
      setActs((last) => last + 1);
      return refused;
    },
  };
}
