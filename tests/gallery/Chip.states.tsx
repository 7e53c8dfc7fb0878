import { Chip, type ChipProps } from '#components/chip/Chip.tsx';
import css from '#components/chip/chip.css?inline';
import tokens from '#components/tokens.css?inline';
import { NOW, aView, viewsByState } from './samples.ts';
import type { States } from './states.ts';

const theme = new URLSearchParams(location.search).get('theme') === 'dark' ? 'dark' : 'light';

function aChip(over: Partial<ChipProps>) {
  return (
    <Chip
      view={aView()}
      now={NOW}
      theme={theme}
      busy={false}
      note={null}
      onAct={() => undefined}
      {...over}
    />
  );
}

export const gallery: States = {
  width: 320,
  shadowCss: tokens + css,
  states: {
    ...Object.fromEntries(
      Object.entries(viewsByState).map(([name, view]) => [name, () => aChip({ view })]),
    ),
    busy: () => aChip({ busy: true }),
    refused: () => aChip({ note: 'Ben claimed it a moment before you.' }),
  },
};
