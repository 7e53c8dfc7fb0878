import { useEffect, useState } from 'preact/hooks';
import type { NotifyBoxProps } from '#components/settings/NotifyBox.tsx';
import { deskWords } from '#components/settings/desk-words.ts';
import { send } from '#utils/messages/send.ts';
import { askToNotify, mayNotify, stopNotifying } from '#utils/platform/notify.ts';
import { watchPermissions } from '#utils/platform/permissions.ts';
import type { Settings } from '#utils/settings/schema.ts';
import { attempt } from './use-team-state.ts';

/** From ten in the evening to seven. */
const QUIET = { quietFrom: 22 * 60, quietTo: 7 * 60 };

/** Notifications of this browser: on where they are both switched on and permitted. */
export function useNotify(): NotifyBoxProps {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [isPermitted, setPermitted] = useState(false);
  useEffect(() => {
    const look = () => void mayNotify().then(setPermitted, () => setPermitted(false));
    look();
    send('settings.load', null).then(setSettings, () => null);
    return watchPermissions(look);
  }, []);
  const save = async (notifies: Settings['notifies']) => {
    const { notifies: _before, ...last } = await send('settings.load', null);
    setSettings(await send('settings.save', { ...last, ...(notifies ? { notifies } : {}) }));
  };
  const notifies = isPermitted ? settings?.notifies : undefined;
  return {
    quiet: notifies ? { from: notifies.quietFrom, to: notifies.quietTo } : null,
    onSwitch: async (isOn) => {
      // First of all: browsers ask nobody after an await.
      const asked = isOn ? askToNotify() : stopNotifying().then(() => true);
      return attempt(async () => {
        if (!(await asked)) throw new Error(deskWords.notify.refused);
        setPermitted(isOn);
        await save(isOn ? QUIET : undefined);
      });
    },
    onQuiet: ({ from, to }) => attempt(() => save({ quietFrom: from, quietTo: to })),
  };
}
