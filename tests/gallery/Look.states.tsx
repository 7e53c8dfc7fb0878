import '#components/panel/panel.css';
import { PanelView } from '#components/panel/PanelView.tsx';
import type { PanelProps } from '#components/panel/panel-props.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { panelProps } from './panel-props.ts';
import { GERMAN, aLook, viewsByLook, viewsByState } from './samples.ts';
import type { States } from './states.ts';

const panel = (over: Partial<PanelProps>) => () => {
  const tools = { ...panelProps().tools, offersLook: true };
  return <PanelView {...panelProps({ tools, ...over })} />;
};
const chosen = (view: ThreadView, text: string | null = null) =>
  panel({
    chosen: view,
    draft:
      text === null
        ? null
        : { threadId: 'x:1001', text, count: { used: text.length, limit: 280 }, advice: [] },
  });
const { text } = aLook();
const looks = [viewsByLook.theirs, viewsByLook.mineApproved, viewsByLook.mineChanges].map(
  (view, at) => ({ ...view, thread: { ...view.thread, id: `x:${at}` } }),
);
const [first] = looks;

/** Second looks in the panel. */
export const gallery: States = {
  width: 380,
  states: {
    offered: chosen(viewsByState.mine, text),
    listed: panel({
      looks,
      lists: {
        ...panelProps().lists,
        page: { items: [...looks, viewsByState.open], count: 4 },
      },
    }),
    listedLong: panel({
      looks: first ? [{ ...first, names: { ana: GERMAN.repeat(2) } }] : [],
    }),
    theirs: chosen(viewsByLook.theirs),
    theirsApproved: chosen(viewsByLook.theirsApproved),
    mine: chosen(viewsByLook.mine, text),
    mineAway: chosen(viewsByLook.mineAway, text),
    mineApproved: chosen(viewsByLook.mineApproved, text),
    mineChanged: chosen(viewsByLook.mineApproved, `${text} Bye.`),
    mineChanges: chosen(viewsByLook.mineChanges, text),
  },
};
