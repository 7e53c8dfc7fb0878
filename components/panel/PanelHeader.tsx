import { Keyboard, LayoutList, Settings } from 'lucide-preact';
import { toClock } from '#components/ui/age.ts';
import { IconButton } from '#components/ui/IconButton.tsx';
import { Mark } from '#components/ui/Mark.tsx';
import type { Connection } from '#utils/model/thread-view.ts';
import { panelWords as words } from './words.ts';

export interface PanelHeaderProps {
  teamName: string | null;
  /** What part of Hearback this is, where the team's name alone does not say it. */
  place?: string;
  connection: Connection;
  now: number;
  isHelpShown: boolean;
  onHelp: () => void;
  /** Null: this is the board. */
  onOpenBoard: (() => void) | null;
  onOpenOptions: () => void;
}

/** Mark, team, connection, and the ways to help and options. */
export function PanelHeader(props: PanelHeaderProps) {
  const { teamName, place, connection, now, onOpenBoard } = props;
  return (
    <header class="panel-header">
      <Mark />
      <h1>
        <bdi>{teamName ?? words.product}</bdi>
        {place === undefined ? null : <span class="panel-place"> {place}</span>}
      </h1>
      <span class="connection" data-state={connection.state} role="status">
        <span class="connection-dot" aria-hidden="true" />
        <span>
          {toConnectionWords(connection, now)}
          {connection.waiting === 0 ? null : (
            <span title={words.waitingTitle}> · {words.waiting(connection.waiting)}</span>
          )}
        </span>
      </span>
      <IconButton
        icon={Keyboard}
        label={words.help}
        isPressed={props.isHelpShown}
        onPress={props.onHelp}
      />
      {onOpenBoard === null ? null : (
        <IconButton icon={LayoutList} label={words.board} onPress={onOpenBoard} />
      )}
      <IconButton icon={Settings} label={words.options} onPress={props.onOpenOptions} />
    </header>
  );
}

function toConnectionWords({ state, asOf }: Connection, now: number): string {
  if (state === 'offline') return words.offline(asOf === null ? '–' : toClock(asOf, now));
  return words[state];
}
