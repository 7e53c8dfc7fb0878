import { Switch } from '#components/ui/Switch.tsx';
import { pictureWords as words } from './picture-words.ts';

export interface PicturesRowProps {
  /** Off unless a person has switched it on. */
  isOn: boolean;
  isBusy: boolean;
  onSwitch: (isOn: boolean) => void;
}

/** Switches pictures of posts that are saved as stories on or off. */
export function PicturesRow({ isOn, isBusy, onSwitch }: PicturesRowProps) {
  return (
    <div class="stack-small">
      <div class="row">
        <span class="grow">{words.label}</span>
        <Switch label={words.label} isOn={isOn} isBusy={isBusy} onSwitch={onSwitch} />
      </div>
      <p class="hint">{words.hint}</p>
      <p class="hint">{words.when}</p>
    </div>
  );
}
