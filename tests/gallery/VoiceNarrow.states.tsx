import '#components/settings/settings.css';
import { OptionsView } from '#components/settings/OptionsView.tsx';
import { optionsProps, voiceProps } from './settings-props.ts';
import type { States } from './states.ts';

/** The reply guide in the narrowest window. */
export const gallery: States = {
  width: 320,
  states: {
    edit: () => <OptionsView {...optionsProps({ section: 'voice' })} />,
    read: () => (
      <OptionsView
        {...optionsProps({ section: 'voice', voice: voiceProps({ canChange: false }) })}
      />
    ),
  },
};
