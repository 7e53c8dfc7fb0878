import { useEffect, useState } from 'preact/hooks';
import type { BuiltInModelRowProps } from '#components/settings/BuiltInModelRow.tsx';
import { findBuiltInModel, readBuiltInState } from '#utils/platform/built-in-model.ts';
import type { BuiltInState } from '#utils/platform/built-in-model.ts';
import { useSwitch } from './use-switch.ts';

/** Whether the browser's own model may polish drafts. It is looked at here, never loaded. */
export function useBuiltInModel(): BuiltInModelRowProps {
  const [state, setState] = useState<BuiltInState>('absent');
  useEffect(() => {
    void readBuiltInState(findBuiltInModel()).then(setState, () => null);
  }, []);
  return { state, ...useSwitch('usesBuiltInModel') };
}
