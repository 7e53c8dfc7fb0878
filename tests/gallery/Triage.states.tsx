import '#components/panel/panel.css';
import { PanelView } from '#components/panel/PanelView.tsx';
import type { PanelProps } from '#components/panel/panel-props.ts';
import { INTENTS } from '#utils/model/intents.ts';
import type { Thread } from '#utils/model/thread.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import type { Triage } from '#utils/model/triage.ts';
import { panelProps, toItems } from './panel-props.ts';
import { LONG_NAME, NOW, RTL, aPost, aThread, aView } from './samples.ts';
import type { States } from './states.ts';

const triage = (over: Partial<Triage> = {}): Triage => ({
  intent: 'complaint',
  why: 'Words: “broken”, “still waiting”. The team called 12 similar posts complaints (“lid”, “switch”)',
  urgency: 'high',
  urgencyWhy: 'Waits without an answer: “no reply”, “still waiting”',
  lang: 'en',
  isUs: null,
  ...over,
});
const judged = (over: Partial<Triage>, thread: Partial<Thread> = {}): ThreadView =>
  aView({ thread: aThread(thread), triage: triage(over) });
const panel = (over: Partial<PanelProps>) => () => <PanelView {...panelProps(over)} />;
const chosen = (view: ThreadView) => panel({ chosen: view });
const unsure = triage({
  intent: null,
  why: 'Its words do not tell',
  urgency: 'normal',
  urgencyWhy: 'Nothing in it presses',
});
const notUs = triage({
  intent: 'noise',
  why: 'Probably not about Acme: the team set 5 posts with “coyote”, “cartoon” aside so',
  urgency: 'low',
  urgencyWhy: 'Nobody waits for an answer',
  isUs: false,
});
const all = toItems([
  ...INTENTS.map((intent) => judged({ intent, urgency: intent === 'press' ? 'high' : 'normal' })),
  aView({ triage: triage({ lang: 'de' }) }),
  aView({ triage: unsure }),
  aView(),
]);
const said = { intent: 'question' as const, urgency: 'low' as const, at: NOW };

export const gallery: States = {
  width: 380,
  states: {
    list: panel({
      lists: {
        page: { items: all, count: all.length },
        mine: { items: [], count: 0 },
        team: { items: [], count: 0 },
      },
    }),
    loading: chosen(aView()),
    complaint: chosen(judged({})),
    unsure: chosen(aView({ triage: unsure })),
    notUs: chosen(aView({ triage: notUs })),
    saidByTeammate: chosen(
      judged({ intent: 'question', urgency: 'low' }, { label: { ...said, by: 'ana' } }),
    ),
    saidByMe: chosen(
      judged({ intent: 'question', urgency: 'low' }, { label: { ...said, by: 'me' } }),
    ),
    otherLanguage: chosen(
      judged({ lang: 'ar', why: 'Words: “لا تتوقف”' }, { post: aPost({ text: RTL, lang: 'ar' }) }),
    ),
    longWords: chosen(judged({ why: `Words: “${LONG_NAME.slice(0, 300)}”` })),
  },
};
