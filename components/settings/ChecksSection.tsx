import { checkWords, toCheckName } from '#components/thread/check-words.ts';
import type { Attempt } from '#components/ui/attempt.ts';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { Switch } from '#components/ui/Switch.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { checksWords as words } from './checks-words.ts';
import { guideWords } from './guide-words.ts';

export interface ChecksSectionProps {
  /** Ids of the checks that the team does without; null while loading. */
  off: string[] | null;
  /** Names of those who may change it. */
  leads: string[];
  canChange: boolean;
  onOff: Attempt<[check: string, isOff: boolean]>;
}

/** Each check on drafts in one sentence, with its switch for the whole team. */
export function ChecksSection({ off, leads, canChange, onOff }: ChecksSectionProps) {
  const switching = useAttempt(onOff);
  if (off === null) return <Spinner />;
  // What a newer version knows is shown too, so that it can be switched on again.
  const ids = [...new Set([...Object.keys(checkWords), ...off])];
  return (
    <div class="stack">
      <p>{words.intro}</p>
      {canChange ? null : <p>{guideWords.onlyLeads(leads)}</p>}
      <ErrorNote text={switching.refused} />
      <ul class="checks">
        {ids.map((id) => {
          const isOn = !off.includes(id);
          return (
            <li class="row" key={id}>
              <div class="grow">
                <strong>{toCheckName(id)}</strong>
                <p class="hint">{checkWords[id]?.about ?? words.unknown}</p>
              </div>
              {canChange ? (
                <Switch
                  label={toCheckName(id)}
                  isOn={isOn}
                  isBusy={switching.isBusy}
                  onSwitch={(on) => void switching.run(id, !on)}
                />
              ) : (
                <span class="hint">{isOn ? words.on : words.off}</span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
