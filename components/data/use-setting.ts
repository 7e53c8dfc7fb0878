import { useEffect, useState } from 'preact/hooks';
import { send } from '#utils/messages/send.ts';
import type { Settings } from '#utils/settings/schema.ts';

/** One setting as it was when the view was opened; undefined until it is known. */
export function useSetting<K extends keyof Settings>(key: K): Settings[K] | undefined {
  const [value, setValue] = useState<Settings[K]>();
  useEffect(() => {
    send('settings.load', null).then(
      (settings) => setValue(() => settings[key]),
      () => null,
    );
  }, [key]);
  return value;
}
