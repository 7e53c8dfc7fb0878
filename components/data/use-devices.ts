import { useEffect, useState } from 'preact/hooks';
import type { InviteAnswer } from '#components/settings/options-props.ts';
import type { ResponseOf } from '#utils/messages/map.ts';
import { send } from '#utils/messages/send.ts';
import { attempt, toWords } from './use-team-state.ts';

/** The signed-in browsers, read when the team is reached and after each act; with the acts on teammates' access. */
export function useDevices(isLive: boolean) {
  const [list, setList] = useState<ResponseOf<'device.list'> | null>(null);
  const [acts, setActs] = useState(0);
  useEffect(() => {
    if (!isLive) return;
    let isCurrent = true;
    send('device.list', null)
      .then((fresh) => isCurrent && setList(fresh))
      // What was read before stays; without anything the view says that the team is away.
      .catch(() => null);
    return () => {
      isCurrent = false;
    };
  }, [isLive, acts]);
  const act = async (work: () => Promise<unknown>) => {
    const problem = await attempt(work);
    setActs((last) => last + 1);
    return problem;
  };
  return {
    devices: list?.devices ?? null,
    ownDeviceId: list?.own ?? '',
    onRevokeDevice: (deviceId: string) => act(() => send('device.revoke', { deviceId })),
    async onInviteDevice(memberId: string): Promise<InviteAnswer> {
      try {
        return await send('device.invite', { memberId });
      } catch (error) {
        return { refused: toWords(error) };
      }
    },
    onSetRole: (memberId: string, role: 'owner' | 'lead' | 'member') =>
      act(() => send('member.setRole', { memberId, role })),
    onRemoveMember: (memberId: string) => act(() => send('member.remove', { memberId })),
  };
}
