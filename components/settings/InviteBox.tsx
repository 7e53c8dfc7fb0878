import { useState } from 'preact/hooks';
import { toClock } from '#components/ui/age.ts';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import type { InviteRole, TeamSectionProps } from './options-props.ts';
import { teamWords as words } from './words.ts';

export type InviteBoxProps = Pick<TeamSectionProps, 'now' | 'onInvite' | 'onCopy'>;

const roles: readonly InviteRole[] = ['member', 'lead'];

/** Makes an invite link, shows it and puts it on the clipboard. */
export function InviteBox({ now, onInvite, onCopy }: InviteBoxProps) {
  const [isBusy, setBusy] = useState(false);
  const [invite, setInvite] = useState<Awaited<ReturnType<typeof onInvite>> | null>(null);
  const [copied, setCopied] = useState('');
  const ask = async (role: InviteRole) => {
    setBusy(true);
    setCopied('');
    setInvite(await onInvite(role));
    setBusy(false);
  };
  const copy = async (link: string) =>
    setCopied((await onCopy(link)) ? words.copied : words.notCopied);
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
        <>
          <p class="row">
            <code class="grow">{invite.link}</code>
            <Button tone="main" onPress={() => void copy(invite.link)}>
              {words.copy}
            </Button>
          </p>
          <p class="hint">{words.inviteUntil(toClock(invite.expiresAt, now))}</p>
        </>
      ) : null}
      <output>{copied}</output>
      <ErrorNote text={invite !== null && 'refused' in invite ? invite.refused : null} />
    </section>
  );
}
