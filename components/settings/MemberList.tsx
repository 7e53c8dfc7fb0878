import { Spinner } from '#components/ui/Spinner.tsx';
import type { Member } from '#utils/model/team.ts';
import { accessWords } from './access-words.ts';
import { MemberAccess } from './MemberAccess.tsx';
import { MemberCard } from './MemberCard.tsx';
import { MemberDevices } from './MemberDevices.tsx';
import type { TeamSectionProps } from './options-props.ts';

/** All teammates, each with what I may do about them. The server decides; this only shows what makes sense. */
export function MemberList(props: TeamSectionProps) {
  const { now, connection, me, members, devices, sites } = props;
  if (members === null) return <Spinner />;
  const isLead = me !== null && me.role !== 'member';
  const isOwner = me?.role === 'owner';
  const serverNow = now + connection.clockOffset;
  const canRemove = (member: Member) => isOwner || (isLead && member.role === 'member');
  return (
    <>
      <ul class="stack">
        {members.map((member) => {
          const isMe = member.id === me?.id;
          const own = devices?.filter(({ memberId }) => memberId === member.id) ?? [];
          return (
            <MemberCard
              key={member.id}
              member={member}
              isMe={isMe}
              canEdit={isLead || isMe}
              sites={sites}
              onSave={props.onSaveMember}
            >
              {devices !== null && (isMe || isLead) ? (
                <MemberDevices
                  memberId={member.id}
                  memberName={member.name}
                  isMe={isMe}
                  now={serverNow}
                  devices={own.toSorted((one, other) => other.seenAt - one.seenAt)}
                  ownDeviceId={props.ownDeviceId}
                  onRevokeDevice={props.onRevokeDevice}
                  onInviteDevice={props.onInviteDevice}
                  onCopy={props.onCopy}
                />
              ) : null}
              <MemberAccess
                member={member}
                canSetRole={isOwner && !isMe}
                canRemove={!isMe && canRemove(member)}
                onSetRole={props.onSetRole}
                onRemove={props.onRemoveMember}
              />
            </MemberCard>
          );
        })}
      </ul>
      {devices === null ? <p class="hint">{accessWords.devicesAway}</p> : null}
    </>
  );
}
