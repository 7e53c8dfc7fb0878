import { useState } from 'preact/hooks';
import { toAge, toClock, toTimestamp } from '#components/ui/age.ts';
import { Button } from '#components/ui/Button.tsx';
import { Confirm } from '#components/ui/Confirm.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { Device } from '#utils/model/access.ts';
import { toDeviceName } from '#utils/text/device-name.ts';
import { InviteLink } from './InviteLink.tsx';
import type { DeviceActs, InviteAnswer } from './options-props.ts';
import { accessWords as words } from './access-words.ts';

export interface MemberDevicesProps extends DeviceActs {
  memberId: string;
  memberName: string;
  isMe: boolean;
  now: number;
  /** This member's; most recently seen first. */
  devices: Device[];
  /** The id of this browser. */
  ownDeviceId: string;
}

/** The browsers on which a teammate is signed in, with the way out of each and into one more. */
export function MemberDevices(props: MemberDevicesProps) {
  const { memberId, memberName, isMe, now, devices, ownDeviceId } = props;
  const [asked, setAsked] = useState<Device | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [invite, setInvite] = useState<InviteAnswer | null>(null);
  const revoking = useAttempt(props.onRevokeDevice);
  const revoke = async (device: Device) => {
    await revoking.run(device.id);
    setAsked(null);
  };
  const askLink = async () => {
    setBusy(true);
    setInvite(await props.onInviteDevice(memberId));
    setBusy(false);
  };
  return (
    <div class="devices">
      <ul>
        {devices.map((device) => (
          <li class="device row" key={device.id}>
            <span class="grow">
              <bdi>{toDeviceName(device.name)}</bdi>{' '}
              <span class="hint" title={toTimestamp(device.seenAt)}>
                {device.id === ownDeviceId
                  ? words.thisBrowser
                  : words.seen(toAge(now - device.seenAt))}
              </span>
            </span>
            {device.id === ownDeviceId ? null : (
              <Button tone="quiet" onPress={() => setAsked(device)}>
                {words.signOut}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {devices.length === 0 ? <p class="hint">{words.noDevices}</p> : null}
      <ErrorNote text={revoking.refused} />
      {invite !== null && 'link' in invite ? (
        <InviteLink
          key={invite.link}
          link={invite.link}
          hint={words.linkUntil(isMe ? null : memberName, toClock(invite.expiresAt, now))}
          onCopy={props.onCopy}
        />
      ) : (
        <div>
          <Button tone="quiet" isBusy={isBusy} onPress={() => void askLink()}>
            {words.anotherBrowser}
          </Button>
        </div>
      )}
      <ErrorNote text={invite !== null && 'refused' in invite ? invite.refused : null} />
      {asked === null ? null : (
        <Confirm
          title={words.signOutTitle(toDeviceName(asked.name))}
          text={words.signOutText}
          act={words.signOut}
          isBusy={revoking.isBusy}
          onConfirm={() => void revoke(asked)}
          onCancel={() => setAsked(null)}
        />
      )}
    </div>
  );
}
