import type { ComponentChildren } from 'preact';
import type { Guide } from '#utils/model/guide.ts';
import { guideWords as words } from './guide-words.ts';

/** The reply guide for those who keep to it. */
export function GuideSummary({ guide }: { guide: Guide }) {
  const { choices, secondLooks } = words;
  return (
    <div class="card stack">
      <dl class="guide-summary">
        <Line label={words.formality}>{choices.formality[guide.formality]}</Line>
        <Line label={words.greeting}>{choices.greeting[guide.greeting]}</Line>
        <Line label={words.emoji}>{choices.emoji[guide.emoji]}</Line>
        <Line label={words.signature}>{guide.signature || words.noSignature}</Line>
        <Line label={words.use}>{guide.use.join(', ') || words.noWords}</Line>
        <Line label={words.avoid}>
          {guide.avoid.length === 0 ? words.noWords : null}
          {guide.avoid.map(({ word, instead }) => (
            <span class="guide-avoided" key={word}>
              {words.avoided(word, instead)}
            </span>
          ))}
        </Line>
        <Line label={words.approval}>{choices.approval[guide.approval]}</Line>
        <Line label={words.secondLookTitle}>{secondLooks[guide.secondLook ? 'on' : 'off']}</Line>
      </dl>
    </div>
  );
}

function Line({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt class="label">{label}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}
