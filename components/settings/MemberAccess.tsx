import { useState } from 'preact/hooks';
import type { Attempt } from '#components/ui/attempt.ts';
import { Button } from '#components/ui/Button.tsx';
import { Confirm } from '#components/ui/Confirm.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Select } from '#components/ui/Select.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { Member, Role } from '#utils/model/team.ts';
import { accessWords as words } from './access-words.ts';
import { teamWords } from './words.ts';

export interface MemberAccessProps {
  member: Member;
  canSetRole: boolean;
  canRemove: boolean;
  onSetRole: Attempt<[id: string, role: Role]>;
  onRemove: Attempt<[id: string]>;
}

const roles = (['member', 'lead', 'owner'] as const).map((value) => ({
  value,
  label: teamWords.roles[value],
}));

/** A teammate's role, and the way out of the team. */
export function MemberAccess(props: MemberAccessProps) {
  const { member, canSetRole, canRemove } = props;
  const [asksRemoval, setAsksRemoval] = useState(false);
  const [newOwner, setNewOwner] = useState(false);
  const changing = useAttempt(props.onSetRole);
  const removing = useAttempt(props.onRemove);
  const setRole = async (role: Role) => {
    await changing.run(member.id, role);
    setNewOwner(false);
  };
  const remove = async () => {
    await removing.run(member.id);
    setAsksRemoval(false);
  };
  if (!canSetRole && !canRemove) return null;
  return (
    <div class="row member-access">
      {canSetRole ? (
        <Select
          label={words.roleOf(member.name)}
          value={member.role}
          options={roles}
          isBusy={changing.isBusy}
          onValue={(role) => (role === 'owner' ? setNewOwner(true) : void setRole(role))}
        />
      ) : null}
      <span class="grow" />
      {canRemove ? (
        <Button tone="bad" onPress={() => setAsksRemoval(true)}>
          {words.removeMember}
        </Button>
      ) : null}
      <ErrorNote text={changing.refused ?? removing.refused} />
      {newOwner ? (
        <Confirm
          title={words.ownerTitle(member.name)}
          text={words.ownerText}
          act={words.makeOwner}
          isBusy={changing.isBusy}
          onConfirm={() => void setRole('owner')}
          onCancel={() => setNewOwner(false)}
        />
      ) : null}
      {asksRemoval ? (
        <Confirm
          title={words.removeTitle(member.name)}
          text={words.removeText}
          act={words.removeMember}
          isBusy={removing.isBusy}
          onConfirm={() => void remove()}
          onCancel={() => setAsksRemoval(false)}
        />
      ) : null}
    </div>
  );
}
