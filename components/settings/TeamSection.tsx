import { useState } from 'preact/hooks';
import { TroubleNote } from '#components/thread/TroubleNote.tsx';
import { toClock } from '#components/ui/age.ts';
import { Button } from '#components/ui/Button.tsx';
import { Confirm } from '#components/ui/Confirm.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { Connection } from '#utils/model/thread-view.ts';
import { InviteBox } from './InviteBox.tsx';
import { JoinForm } from './JoinForm.tsx';
import { MemberList } from './MemberList.tsx';
import type { TeamSectionProps } from './options-props.ts';
import { teamWords as words } from './words.ts';

/** Joining, teammates and their handles, inviting, leaving. */
export function TeamSection(props: TeamSectionProps) {
  const { now, connection, team, me, server } = props;
  const trouble = (
    <TroubleNote kind={props.troubleKind} text={props.trouble} waiting={connection.waiting} />
  );
  if (team === null) {
    return (
      <div class="stack">
        <h3>{words.joinTitle}</h3>
        <p>{words.joinText}</p>
        {trouble}
        <JoinForm inviteLink={props.inviteLink ?? ''} onJoin={props.onJoin} />
      </div>
    );
  }
  if (props.isSignedOut) {
    return (
      <div class="stack">
        <h3 dir="auto">{team.name}</h3>
        {trouble}
        <JoinForm inviteLink={props.inviteLink ?? ''} onJoin={props.onJoin} />
        <LeaveButton onLeave={props.onLeave} />
      </div>
    );
  }
  const isLead = me !== null && me.role !== 'member';
  return (
    <div class="stack">
      <section class="stack">
        <h3 dir="auto">{team.name}</h3>
        {trouble}
        <p role="status">{toConnectionWords(connection, now)}</p>
        {connection.waiting > 0 ? <p>{words.waiting(connection.waiting)}</p> : null}
        {server === null ? null : <p class="hint">{words.serverAt(server)}</p>}
      </section>
      <section class="stack">
        <h3>{words.members}</h3>
        <MemberList {...props} />
      </section>
      {isLead ? <InviteBox now={now} onInvite={props.onInvite} onCopy={props.onCopy} /> : null}
      <LeaveButton onLeave={props.onLeave} />
    </div>
  );
}

function LeaveButton({ onLeave }: Pick<TeamSectionProps, 'onLeave'>) {
  const [asksLeave, setAsksLeave] = useState(false);
  const leaving = useAttempt(onLeave);
  return (
    <>
      <ErrorNote text={leaving.refused} />
      <div>
        <Button tone="bad" onPress={() => setAsksLeave(true)}>
          {words.leave}
        </Button>
      </div>
      {asksLeave ? (
        <Confirm
          title={words.leaveTitle}
          text={words.leaveText}
          act={words.leave}
          isBusy={leaving.isBusy}
          onConfirm={() => void leaving.run().then(() => setAsksLeave(false))}
          onCancel={() => setAsksLeave(false)}
        />
      ) : null}
    </>
  );
}

function toConnectionWords({ state, asOf }: Connection, now: number): string {
  return state === 'live'
    ? words.connected
    : words.offline(asOf === null ? '–' : toClock(asOf, now));
}
