import { Button } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import type { PanelProps, PanelTab } from './panel-props.ts';
import { TeachEntry } from './TeachEntry.tsx';
import { panelWords as words } from './words.ts';

export interface PanelEmptyProps {
  tab: PanelTab;
  page: PanelProps['page'];
  teach: PanelProps['teach'];
  canMend: boolean;
  watching: string[];
  query: string;
  onQuery: (query: string) => void;
  onOpenOptions: () => void;
}

/** Why a tab has nothing to show, and how something comes into it. */
export function PanelEmpty({
  tab,
  page,
  teach,
  canMend,
  watching,
  query,
  onQuery,
  onOpenOptions,
}: PanelEmptyProps) {
  if (query.trim() !== '') {
    return (
      <EmptyState title={words.noneFound(query)}>
        <Button onPress={() => onQuery('')}>{words.clear}</Button>
      </EmptyState>
    );
  }
  if (tab === 'mine') return <EmptyState title={words.noMine} text={words.noMineText} />;
  if (tab === 'team') return <EmptyState title={words.noTeam} text={words.noTeamText} />;
  if (tab === 'stories') return <EmptyState title={words.noStories} text={words.noStoriesText} />;
  if (page === 'unread') {
    return (
      <EmptyState title={words.unread} text={words.unreadText}>
        <Button onPress={onOpenOptions}>{words.openOptions}</Button>
      </EmptyState>
    );
  }
  const text = watching.length === 0 ? words.watchingNothing : words.watching(watching);
  return (
    <EmptyState title={words.noMentions} text={text}>
      <Button tone="quiet" onPress={onOpenOptions}>
        {words.missing}
      </Button>
      {teach !== null && teach.offer === null ? (
        <TeachEntry isTaught={teach.isTaught} onBegin={teach.onBegin} canBegin={canMend} />
      ) : null}
    </EmptyState>
  );
}
