import { ArrowRightLeft, CircleSlash, Ellipsis, Link, LocateFixed, Star } from 'lucide-preact';
import { Button } from '#components/ui/Button.tsx';
import { Menu, type MenuItem } from '#components/ui/Menu.tsx';
import type { ThreadStatus } from '#utils/model/thread-status.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { SettleActs } from './SettleActs.tsx';
import { toMemberName } from './status-words.ts';
import type { ThreadAct } from './thread-act.ts';
import { threadWords as words } from './words.ts';

export interface ThreadActionsProps {
  view: ThreadView;
  status: ThreadStatus;
  isBusy: boolean;
  onAct: (act: ThreadAct) => void;
  /** Opens the form for a story. */
  onStory: () => void;
  /** Asks for the reason. */
  onSetAside: () => void;
  /** Asks for the teammate. */
  onHandOver: () => void;
}

/** States in which the claim of a thread may be given to somebody. */
const givable: readonly ThreadStatus['state'][] = ['open', 'looking', 'idle', 'typing', 'theirs'];

/** What can be done with the thread itself. */
export function ThreadActions(props: ThreadActionsProps) {
  const { view, status, isBusy, onAct, onStory, onSetAside, onHandOver } = props;
  const items: MenuItem<'aside' | 'reveal' | 'link' | 'handOver'>[] = [
    { id: 'reveal', label: words.reveal, icon: LocateFixed },
  ];
  // One's own claim has a button for it; a lead also gives away what is free or somebody else's.
  if (isLead(view) && view.connection.state === 'live' && givable.includes(status.state)) {
    items.push({ id: 'handOver', label: words.handOver, icon: ArrowRightLeft });
  }
  if (view.thread.post.permalink !== null) {
    items.push({ id: 'link', label: words.copyLink, icon: Link });
  }
  if (status.state !== 'setAside') {
    items.push({ id: 'aside', label: words.setAsideAct, icon: CircleSlash });
  }
  return (
    <div class="thread-actions">
      <MainActs view={view} status={status} isBusy={isBusy} onAct={onAct} onHandOver={onHandOver} />
      <span class="grow" />
      {view.story === null ? (
        <Button onPress={onStory}>
          <Star size={14} strokeWidth={1.75} /> {words.story}
        </Button>
      ) : (
        <span class="hint">{words.savedStory(toMemberName(view, view.story.savedBy))}</span>
      )}
      <Menu
        label={words.more}
        face={<Ellipsis size={16} strokeWidth={1.75} />}
        items={items}
        onPick={(id) => {
          if (id === 'aside') onSetAside();
          else if (id === 'handOver') onHandOver();
          else onAct({ kind: id === 'link' ? 'copyLink' : 'reveal' });
        }}
      />
    </div>
  );
}

function isLead({ me }: ThreadView): boolean {
  return me !== null && me.role !== 'member';
}

type MainActsProps = Omit<ThreadActionsProps, 'onStory' | 'onSetAside'>;

function MainActs({ view, status, isBusy, onAct, onHandOver }: MainActsProps) {
  const { state } = view.connection;
  const { claim } = view.thread;
  const wasTheirs = claim !== null && claim.memberId !== view.me?.id;
  const blocked = { live: null, offline: words.claimOffline, alone: words.claimAlone }[state];
  switch (status.state) {
    case 'open':
    case 'looking':
    case 'idle':
    case 'typing':
      return (
        <Button
          tone="main"
          isBusy={isBusy}
          blocked={blocked}
          onPress={() => onAct({ kind: wasTheirs ? 'takeOver' : 'claim' })}
        >
          {wasTheirs ? words.takeOver : words.claim}
        </Button>
      );
    case 'mine':
      return (
        <>
          <Button isBusy={isBusy} onPress={() => onAct({ kind: 'release' })}>
            {words.release}
          </Button>
          <Button isBusy={isBusy} blocked={blocked} onPress={onHandOver}>
            {words.handOver}
          </Button>
        </>
      );
    case 'theirs':
      return !isLead(view) ? null : (
        <Button isBusy={isBusy} blocked={blocked} onPress={() => onAct({ kind: 'takeOver' })}>
          {words.takeOver}
        </Button>
      );
    case 'unsure':
      return (
        <>
          <Button
            tone="main"
            isBusy={isBusy}
            onPress={() => onAct({ kind: 'confirm', isUs: true })}
          >
            {words.yes}
          </Button>
          <Button isBusy={isBusy} onPress={() => onAct({ kind: 'confirm', isUs: false })}>
            {words.notUs}
          </Button>
        </>
      );
    case 'setAside':
      return (
        <Button isBusy={isBusy} onPress={() => onAct({ kind: 'reopen' })}>
          {words.undo}
        </Button>
      );
    case 'answered':
    case 'doubled':
      return <SettleActs view={view} isBusy={isBusy} onAct={onAct} />;
  }
}
