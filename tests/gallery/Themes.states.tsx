import '#components/board/board.css';
import '#components/queue/queue.css';
import '#components/themes/themes.css';
import { BoardView } from '#components/board/BoardView.tsx';
import { ThemesView } from '#components/themes/ThemesView.tsx';
import type { ThemesProps } from '#components/themes/themes-props.ts';
import { panelProps } from './panel-props.ts';
import { queueProps } from './queue-props.ts';
import type { States } from './states.ts';
import { themesProps } from './themes-props.ts';

const themes =
  (over: Partial<ThemesProps> = {}) =>
  () => (
    <BoardView
      {...panelProps({ tab: 'team', page: 'unread' })}
      chosenId={null}
      queue={queueProps()}
      place="themes"
      onPlace={() => undefined}
    >
      <ThemesView {...themesProps(over)} />
    </BoardView>
  );

export const gallery: States = {
  width: 1_280,
  states: {
    list: themes(),
    chosen: themes({ chosenId: 'hinge' }),
    alarm: themes({ chosenId: 'order', unread: 1_200 }),
    rtl: themes({ chosenId: 'rtl' }),
    empty: themes({ shown: [], posts: 2, rest: 2 }),
    noTags: themes({ shown: [], by: 'tags', posts: 2, rest: 2 }),
    finding: themes({ shown: null, progress: 0.42 }),
    failed: themes({ shown: null, trouble: 'Themes could not be found. Nothing is lost.' }),
  },
};
