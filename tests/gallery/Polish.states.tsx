import '#components/panel/panel.css';
import { PolishAnswer, type PolishAnswerProps } from '#components/thread/PolishAnswer.tsx';
import { PolishMenu, type PolishMenuProps } from '#components/thread/PolishMenu.tsx';
import type { PolishView } from '#components/thread/polish-view.ts';
import { NOW } from './samples.ts';
import type { States } from './states.ts';

const HOUR = 60 * 60_000;
const nothing = () => undefined;
const was =
  'Hi Lena, that lamp blinks when the kettle needs descaling. Fill it with vinegar, wait 20 minutes and rinse it twice. How to do it is on acme.example/descale.';
const done: Extract<PolishView, { state: 'done' }> = {
  state: 'done',
  wish: { task: 'shorten' },
  was,
  text: 'Hi Lena, the lamp means: descale it. Vinegar, 20 minutes, rinse twice.',
  notes: ['linkLost'],
};
const wish = { task: 'soften' } as const;

type Props = PolishMenuProps & PolishAnswerProps;

const polish = (over: Partial<Props>) => () => {
  const props: Props = {
    source: { kind: 'team', tokensLeft: 40_000, resetsAt: NOW + 7 * HOUR },
    text: was,
    view: { state: 'idle' },
    langs: ['de', 'pt-BR', 'ar'],
    canMerge: true,
    now: NOW,
    onWish: nothing,
    onLoad: nothing,
    onTake: nothing,
    onKeep: nothing,
    onFocusLost: nothing,
    ...over,
  };
  return (
    <div class="stack-small">
      <div class="row draft-tools">
        <PolishMenu {...props} />
      </div>
      <PolishAnswer {...props} />
    </div>
  );
};

export const gallery: States = {
  width: 360,
  states: {
    idle: polish({}),
    emptyDraft: polish({ text: '' }),
    budgetUsed: polish({ source: { kind: 'team', tokensLeft: 0, resetsAt: NOW + 7 * HOUR } }),
    working: polish({ view: { state: 'working', wish } }),
    done: polish({ view: done }),
    changedSince: polish({ view: done, text: `${was} Ask me anything.` }),
    rightToLeft: polish({
      view: {
        ...done,
        text: 'مرحبا لينا، هذا الضوء يعني أن الغلاية تحتاج إلى إزالة الترسبات.',
        notes: [],
      },
    }),
    unusable: polish({ view: { state: 'refused', wish, reason: 'unusable', fault: 'promise' } }),
    away: polish({ view: { state: 'refused', wish, reason: 'away' } }),
    notSetUp: polish({ view: { state: 'refused', wish, reason: 'notSetUp' } }),
    tooLong: polish({ view: { state: 'refused', wish, reason: 'tooLong' } }),
    loadable: polish({ source: { kind: 'browser', state: 'downloadable' } }),
    loading: polish({ source: { kind: 'browser', state: 'downloading', share: 0.42 } }),
    loaded: polish({ source: { kind: 'browser', state: 'available' } }),
  },
};
