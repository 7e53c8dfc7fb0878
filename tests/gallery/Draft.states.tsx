import '#components/panel/panel.css';
import { useEffect, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { PanelView } from '#components/panel/PanelView.tsx';
import type { PanelProps } from '#components/panel/panel-props.ts';
import { panelProps } from './panel-props.ts';
import { viewsByState } from './samples.ts';
import type { States } from './states.ts';

const draft = (text: string, over: Partial<PanelProps> = {}) => (
  <PanelView
    {...panelProps({
      chosen: viewsByState.mine,
      draft: { threadId: 'x:1001', text, count: { used: text.length, limit: 280 }, advice: [] },
      ...over,
    })}
  />
);

/** Presses the first button of this name once it is there. */
function Pressed({ name, children }: { name: string; children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])];
    buttons.find((button) => button.textContent?.trim() === name)?.click();
  }, [name]);
  return (
    <div ref={box} style={{ minHeight: '760px' }}>
      {children}
    </div>
  );
}

const { tools } = panelProps();
const long = 'Hi Lena, a kettle that goes on boiling has a worn switch. '.repeat(12).trim();
const parts = [0, 1, 2].map((at) => {
  const text = long.slice(at * 232, (at + 1) * 232).trim();
  return { text, used: text.length };
});

/** What helps with a draft in the panel. */
export const gallery: States = {
  width: 380,
  states: {
    tooLong: () => draft(long, { tools: { ...tools, tooLong: { posts: 3, isThreaded: true } } }),
    tooLongForOne: () =>
      draft(long, { tools: { ...tools, tooLong: { posts: 3, isThreaded: false } } }),
    split: () => draft(long, { tools: { ...tools, split: { parts, limit: 280 } } }),
    splitHalfSent: () =>
      draft(long, {
        tools: {
          ...tools,
          split: {
            parts: parts.map((part, at) => (at === 0 ? { ...part, isSent: true } : part)),
            limit: 280,
          },
        },
      }),
    snippets: () => <Pressed name="Snippet">{draft('Hi Lena, ')}</Pressed>,
    noSnippets: () => (
      <Pressed name="Snippet">
        {draft('Hi Lena, ', { tools: { ...panelProps().tools, onFindSnippets: async () => [] } })}
      </Pressed>
    ),
  },
};
