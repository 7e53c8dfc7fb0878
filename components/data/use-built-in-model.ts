import { useEffect, useState } from 'preact/hooks';
import type { BuiltInModelRowProps } from '#components/settings/BuiltInModelRow.tsx';
import { send } from '#utils/messages/send.ts';
import { findBuiltInModel, readBuiltInState } from '#utils/platform/built-in-model.ts';
import type { BuiltInState } from '#utils/platform/built-in-model.ts';

/** Whether the browser's own model may polish drafts. It is looked at here, never loaded. */
export function useBuiltInModel(): BuiltInModelRowProps {
  const [state, setState] = useState<BuiltInState>('absent');
  const [isOn, setOn] = useState(false);
  const [isBusy, setBusy] = useState(true);

  useEffect(() => {
    void readBuiltInState(findBuiltInModel()).then(setState, () => null);
    send('settings.load', null)
      .then((settings) => setOn(settings.usesBuiltInModel === true))
      .catch(() => null)
      .finally(() => setBusy(false));
  }, []);

  return {
    state,
    isOn,
    isBusy,
    onSwitch(next) {
      setBusy(true);
      send('settings.load', null)
        .then((last) => send('settings.save', { ...last, usesBuiltInModel: next }))
        .then((saved) => setOn(saved.usesBuiltInModel === true))
        .catch(() => null)
        .finally(() => setBusy(false));
    },
  };
}
