import { useEffect, useState } from 'preact/hooks';
import type { RefusedFact } from '#components/panel/panel-props.ts';
import { send } from '#utils/messages/send.ts';
import { attempt } from './use-team-state.ts';

/** What the team refused for good, read again in each `round` of the team's state and after each dismissal. */
export function useRefused(round: number) {
  const [refused, setRefused] = useState<RefusedFact[]>([]);
  const [dismissals, setDismissals] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    send('refused.list', null)
      .then((rows) => isCurrent && setRefused(rows))
      // The next round asks again; until then what was shown stays.
      .catch(() => null);
    return () => {
      isCurrent = false;
    };
  }, [round, dismissals]);
  const dismiss = async (id: number) => {
    const problem = await attempt(() => send('refused.dismiss', { id }));
    setDismissals((last) => last + 1);
    return problem;
  };
  return { refused, dismiss };
}
