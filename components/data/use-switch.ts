import { useEffect, useState } from 'preact/hooks';
import { send } from '#utils/messages/send.ts';
import type { Settings } from '#utils/settings/schema.ts';

/** A setting that a person switches on and off. */
export interface SwitchSetting {
  isOn: boolean;
  isBusy: boolean;
  onSwitch: (isOn: boolean) => void;
}

/** One such setting of this browser; off until it is known. */
export function useSwitch(key: 'usesBuiltInModel' | 'keepsPictures'): SwitchSetting {
  const [isOn, setOn] = useState(false);
  const [isBusy, setBusy] = useState(true);
  const take = (settings: Settings) => setOn(settings[key] === true);
  const run = (work: Promise<Settings>) => {
    work
      .then(take)
      .catch(() => null)
      .finally(() => setBusy(false));
  };
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- read once
  useEffect(() => run(send('settings.load', null)), [key]);
  return {
    isOn,
    isBusy,
    onSwitch(next) {
      setBusy(true);
      run(
        send('settings.load', null).then((last) => send('settings.save', { ...last, [key]: next })),
      );
    },
  };
}
