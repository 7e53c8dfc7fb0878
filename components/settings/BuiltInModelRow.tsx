import { Switch } from '#components/ui/Switch.tsx';
import { modelWords as words } from './model-words.ts';

export interface BuiltInModelRowProps {
  /** As the browser says. */
  state: keyof typeof words.states;
  /** Off unless a person has switched it on. */
  isOn: boolean;
  isBusy: boolean;
  onSwitch: (isOn: boolean) => void;
}

/** Switches the browser's own model on or off. Where there is none, it says so, and only lets it be switched off. */
export function BuiltInModelRow({ state, isOn, isBusy, onSwitch }: BuiltInModelRowProps) {
  const isThere = state !== 'absent' && state !== 'unavailable';
  return (
    <div class="stack-small">
      <div class="row">
        <span class="grow">{words.label}</span>
        {isThere || isOn ? (
          <Switch label={words.label} isOn={isOn} isBusy={isBusy} onSwitch={onSwitch} />
        ) : null}
      </div>
      <p class="hint">{words.hint}</p>
      <p class="hint">{words.states[state]}</p>
    </div>
  );
}
