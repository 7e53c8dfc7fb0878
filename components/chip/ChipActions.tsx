import { PanelRightOpen, Star } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { ThreadStatus } from '#utils/model/thread-status.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import type { ChipAct } from './chip-act.ts';
import { chipWords as words } from './words.ts';

export interface ChipActionsProps {
  view: ThreadView;
  status: ThreadStatus;
  onAct: (event: Event, act: ChipAct) => void;
}

/** The one or two acts that make sense in a state; all others are in the menu. */
export function ChipActions({ view, status, onAct }: ChipActionsProps) {
  const act = (children: string, asked: ChipAct, label?: string) => (
    <button type="button" class="act" aria-label={label} onClick={(event) => onAct(event, asked)}>
      {children}
    </button>
  );
  const icon = (children: ComponentChildren, asked: ChipAct, label: string) => (
    <button
      type="button"
      class="act act-icon"
      aria-label={label}
      title={label}
      onClick={(event) => onAct(event, asked)}
    >
      {children}
    </button>
  );
  const open = icon(<PanelRightOpen size={14} strokeWidth={2} />, { kind: 'open' }, words.open);
  switch (status.state) {
    case 'open':
    case 'looking':
    case 'idle':
      return <ClaimButton view={view} onAct={onAct} />;
    case 'mine':
      return act(words.release, { kind: 'release' });
    case 'theirs':
      return canTakeOver(view) ? act(words.takeOver, { kind: 'takeOver' }) : open;
    case 'answered':
      // The longest line of all; pressing the line itself opens it too.
      return view.story === null
        ? icon(<Star size={14} strokeWidth={2} />, { kind: 'saveStory' }, words.story)
        : open;
    case 'unsure':
      return (
        <>
          {act(words.yes, { kind: 'confirm', isUs: true }, words.isUs)}
          {act(words.notUs, { kind: 'confirm', isUs: false })}
        </>
      );
    case 'setAside':
      return act(words.undo, { kind: 'reopen' });
    case 'typing':
    case 'doubled':
      return open;
  }
}

function ClaimButton({ view, onAct }: Pick<ChipActionsProps, 'view' | 'onAct'>) {
  const { state } = view.connection;
  // Without a team there is nobody to claim it from; the line's longer words say so.
  if (state === 'alone') return null;
  const blocked = state === 'offline' ? words.claimOffline : undefined;
  return (
    <button
      type="button"
      class="act"
      aria-disabled={blocked !== undefined}
      title={blocked}
      onClick={(event) => {
        if (blocked === undefined) onAct(event, { kind: 'claim' });
      }}
    >
      {words.claim}
    </button>
  );
}

function canTakeOver(view: ThreadView): boolean {
  return view.connection.state === 'live' && view.me !== null && view.me.role !== 'member';
}
