import { useState } from 'preact/hooks';
import { toClock } from '#components/ui/age.ts';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { InviteLink } from './InviteLink.tsx';
import type { InviteAnswer, InviteRole, TeamSectionProps } from './options-props.ts';
import { teamWords as words } from './words.ts';

export type InviteBoxProps = Pick<TeamSectionProps, 'now' | 'onInvite' | 'onCopy'>;

const roles: readonly InviteRole[] = ['member', 'lead'];

/** Makes an invite link for somebody new and shows it. */
export function InviteBox({ now, onInvite, onCopy }: InviteBoxProps) {
  const [isBusy, setBusy] = useState(false);
  const [invite, setInvite] = useState<InviteAnswer | null>(null);
  const ask = async (role: InviteRole) => {
    setBusy(true);
    setInvite(await onInvite(role));
    setBusy(false);
  };
  return (
    <section class="card stack">
      <h3>{words.invite}</h3>
      <div class="row">
        {roles.map((role) => (
          <Button key={role} isBusy={isBusy} onPress={() => void ask(role)}>
            {words.inviteAs[role]}
          </Button>
        ))}
      </div>
      {invite !== null && 'link' in invite ? (
        <InviteLink
          key={invite.link}
          link={invite.link}
          hint={words.inviteUntil(toClock(invite.expiresAt, now))}
          onCopy={onCopy}
        />
      ) : null}
      <ErrorNote text={invite !== null && 'refused' in invite ? invite.refused : null} />
    </section>
  );
}
