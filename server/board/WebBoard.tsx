import { useState } from 'preact/hooks';
import { App } from '#entrypoints/board/App.tsx';
import { JoinForm } from '#components/settings/JoinForm.tsx';
import { Mark } from '#components/ui/Mark.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { joinByLink } from '#components/data/team-acts.ts';
import { useTeamState } from '#components/data/use-team-state.ts';

/** The board for somebody without the extension: joined with a link once, then as it is in the extension. */
export function WebBoard() {
  const { state, trouble } = useTeamState();
  // An invite stands behind `#`, where no server on the way sees it.
  const [invite] = useState(() => takeInvite());
  if (state === null) return <main class="options">{trouble ?? <Spinner />}</main>;
  if (state.team !== null) return <App />;
  return (
    <main class="options">
      <header class="row">
        <Mark />
        <h1>Hearback board</h1>
      </header>
      <p>
        This is the board of a team that answers its customers. Open it with an invite link, or, if
        you are in the team already, with a link for another browser (Options, Team).
      </p>
      <JoinForm inviteLink={invite} onJoin={joinByLink} />
    </main>
  );
}

function takeInvite(): string {
  const token = location.hash.slice(1);
  if (!token.includes('.')) return '';
  history.replaceState(null, '', location.pathname);
  return `${location.origin}/join#${token}`;
}
