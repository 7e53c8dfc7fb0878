import '#components/board/board.css';
import '#components/queue/queue.css';
import '#components/stories/stories.css';
import { BoardView } from '#components/board/BoardView.tsx';
import { StoriesView } from '#components/stories/StoriesView.tsx';
import type { StoriesProps } from '#components/stories/stories-props.ts';
import { panelProps } from './panel-props.ts';
import { queueProps } from './queue-props.ts';
import type { States } from './states.ts';
import { aStory, storiesProps } from './stories-props.ts';
import { NOW, MINUTE, RTL } from './samples.ts';

const stories =
  (over: Partial<StoriesProps> = {}) =>
  () => (
    <BoardView
      {...panelProps({ tab: 'team', page: 'unread' })}
      chosenId={null}
      queue={queueProps()}
      place="stories"
      onPlace={() => undefined}
    >
      <StoriesView {...storiesProps(over)} />
    </BoardView>
  );
const { stories: all = [] } = storiesProps();
const [first = null, second = null, third = null, fourth = null] = all ?? [];

export const gallery: States = {
  width: 1_280,
  states: {
    list: stories(),
    chosen: stories({ chosen: first, picture: picture() }),
    answered: stories({ chosen: second }),
    changed: stories({ chosen: third }),
    declined: stories({ chosen: fourth }),
    rtl: stories({
      chosen: aStory({ id: 'rtl', post: { text: RTL, lang: 'ar' }, savedAt: NOW - MINUTE }),
    }),
    empty: stories({ stories: [], total: 0 }),
    noneFits: stories({ stories: [], query: 'teapot' }),
    loading: stories({ stories: null, total: null }),
    refused: stories({ chosen: first, onConsent: async () => 'The disk is full.' }),
  },
};

/** A small drawing in the place of a photo of a post. */
function picture(): string {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="560" height="120"><rect width="560" height="120" fill="#e5e9ee"/><circle cx="40" cy="40" r="20" fill="#b6c0ca"/><rect x="76" y="24" width="180" height="12" fill="#7b8791"/><rect x="76" y="52" width="440" height="10" fill="#a5b2bc"/><rect x="76" y="72" width="400" height="10" fill="#a5b2bc"/></svg>';
  return `data:image/svg+xml;base64,${btoa(svg)}`;
}
