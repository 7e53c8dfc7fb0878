import { useState } from 'preact/hooks';
import type { Attempt } from '#components/ui/attempt.ts';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Field } from '#components/ui/Field.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { teamWords as words } from './words.ts';

export interface JoinFormProps {
  inviteLink: string;
  onJoin: Attempt<[link: string, name: string]>;
  onJoined?: () => void;
}

/** Joins a team by its invite link. What was typed stays when it is refused. */
export function JoinForm({ inviteLink, onJoin, onJoined }: JoinFormProps) {
  const [link, setLink] = useState(inviteLink);
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const joining = useAttempt(onJoin);
  const join = async () => {
    const hasAll = link.trim() !== '' && name.trim() !== '';
    setMissing(!hasAll);
    if (hasAll && (await joining.run(link.trim(), name.trim()))) onJoined?.();
  };
  return (
    <form
      class="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <Field
        label={words.link}
        placeholder={words.linkPlaceholder}
        value={link}
        onValue={setLink}
      />
      <Field
        label={words.name}
        hint={words.nameHint}
        value={name}
        maxLength={80}
        onValue={setName}
      />
      <ErrorNote text={isMissing ? words.nothingTyped : joining.refused} />
      <div>
        <Button tone="main" type="submit" isBusy={joining.isBusy}>
          {words.join}
        </Button>
      </div>
    </form>
  );
}
