import { useEffect, useState } from 'preact/hooks';
import type { LearnedRowProps } from '#components/settings/LearnedRow.tsx';
import { send } from '#utils/messages/send.ts';
import { attempt } from './use-team-state.ts';

/** How much was learned of what posts are; looked at while `isShown`. */
export function useLearned(isShown: boolean): LearnedRowProps {
  const [learnedFrom, setLearnedFrom] = useState<number | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!isShown) return;
    let isCurrent = true;
    send('triage.status', null)
      .then((status) => isCurrent && setLearnedFrom(status.learnedFrom))
      .catch(() => null);
    return () => {
      isCurrent = false;
    };
  }, [isShown, round]);
  return {
    learnedFrom,
    async onForget() {
      const refused = await attempt(() => send('triage.reset', null));
      setRound((last) => last + 1);
      return refused;
    },
  };
}
