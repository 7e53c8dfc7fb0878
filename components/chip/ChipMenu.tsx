import {
  CircleHelp,
  CircleSlash,
  Ellipsis,
  Link,
  PanelRightOpen,
  RotateCcw,
  Star,
} from 'lucide-preact';
import { useState } from 'preact/hooks';
import { setAsideReasons } from '#components/thread/state-words.ts';
import { Menu, type MenuItem } from '#components/ui/Menu.tsx';
import type { ThreadStatus } from '#utils/model/thread-status.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import type { ChipAct } from './chip-act.ts';
import { chipWords as words } from './words.ts';

type ItemId =
  'open' | 'story' | 'aside' | 'reopen' | 'link' | 'why' | (typeof setAsideReasons)[number];

export interface ChipMenuProps {
  view: ThreadView;
  status: ThreadStatus;
  onAct: (event: Event, act: ChipAct) => void;
  onWhy: () => void;
}

/** Everything that can be done with a mention besides its next act. */
export function ChipMenu({ view, status, onAct, onWhy }: ChipMenuProps) {
  const [asksReason, setAsksReason] = useState(false);
  const items = asksReason
    ? setAsideReasons.map((reason): MenuItem<ItemId> => ({ id: reason, label: reason }))
    : toItems(view, status);
  const onPick = (id: ItemId, event: MouseEvent): boolean | void => {
    switch (id) {
      case 'open':
        return onAct(event, { kind: 'open' });
      case 'story':
        return onAct(event, { kind: 'saveStory' });
      case 'reopen':
        return onAct(event, { kind: 'reopen' });
      case 'link':
        return onAct(event, { kind: 'copyLink' });
      case 'why':
        return onWhy();
      case 'aside':
        setAsksReason(true);
        return true;
      default:
        return onAct(event, { kind: 'setAside', reason: id });
    }
  };
  return (
    <Menu
      label={words.more}
      face={<Ellipsis size={14} strokeWidth={2} />}
      items={items}
      onPick={onPick}
      onClose={() => setAsksReason(false)}
    />
  );
}

function toItems(view: ThreadView, status: ThreadStatus): MenuItem<ItemId>[] {
  const items: MenuItem<ItemId>[] = [{ id: 'open', label: words.open, icon: PanelRightOpen }];
  if (view.story === null) items.push({ id: 'story', label: words.story, icon: Star });
  items.push(
    status.state === 'setAside'
      ? { id: 'reopen', label: words.reopen, icon: RotateCcw }
      : { id: 'aside', label: words.setAside, icon: CircleSlash },
  );
  if (view.thread.post.permalink !== null) {
    items.push({ id: 'link', label: words.copyLink, icon: Link });
  }
  items.push({ id: 'why', label: words.why, icon: CircleHelp });
  return items;
}
