import { Button } from '#components/ui/Button.tsx';
import { checkNames, guideWords as words } from './guide-words.ts';
import { optionsWords } from './words.ts';

export interface ChecksOffProps {
  ids: string[];
  /** Null: for reading. */
  onIds: ((ids: string[]) => void) | null;
}

/** The checks that the team does without, each with its way back; nothing where there are none. */
export function ChecksOff({ ids, onIds }: ChecksOffProps) {
  if (ids.length === 0) return null;
  return (
    <div class="field">
      <p class="label">{words.checksOff}</p>
      <ul class="row">
        {ids.map((id) => (
          <li class="row" key={id}>
            <span>{checkNames[id] ?? id}</span>
            {onIds === null ? null : (
              <Button
                tone="quiet"
                label={words.removeAvoid(checkNames[id] ?? id)}
                onPress={() => onIds(ids.filter((one) => one !== id))}
              >
                {optionsWords.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {onIds === null ? null : <p class="hint">{words.checksOffHint}</p>}
    </div>
  );
}
