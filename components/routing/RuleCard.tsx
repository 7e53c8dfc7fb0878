import { ArrowDown, ArrowUp } from 'lucide-preact';
import { Button } from '#components/ui/Button.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { Switch } from '#components/ui/Switch.tsx';
import type { RuleTrial } from '#utils/routing/try-rules.ts';
import { routingWords as words } from './routing-words.ts';

/** A mention on which rules are tried, as it is shown. */
export interface TriedMention {
  threadId: string;
  handle: string;
  text: string;
}

export interface RuleCardProps {
  /** From 1. */
  place: number;
  sentence: string;
  isOn: boolean;
  /** What came of it on the last mentions; null while these are not there. */
  trial: RuleTrial | null;
  mentions: readonly TriedMention[];
  canChange: boolean;
  isFirst: boolean;
  isLast: boolean;
  onSwitch: (isOn: boolean) => void;
  /** By one place, up (−1) or down (1). */
  onMove: (by: -1 | 1) => void;
  onEdit: () => void;
  onRemove: () => void;
}

/** One rule in the order of all: what it says, and what it would have done. */
export function RuleCard(props: RuleCardProps) {
  const { place, sentence, isOn, trial, canChange } = props;
  return (
    <li class="card rule-card" data-on={isOn}>
      <span class="rule-place" aria-hidden="true">
        {place}
      </span>
      <div class="stack grow">
        <p dir="auto">{sentence}</p>
        {trial === null ? null : <Outcome trial={trial} mentions={props.mentions} />}
        {canChange ? (
          <div class="row rule-acts">
            <Switch label={words.isOnOf(sentence)} isOn={isOn} onSwitch={props.onSwitch} />
            <Button label={words.editOf(sentence)} onPress={props.onEdit}>
              Edit
            </Button>
            <Button tone="quiet" label={words.removeOf(sentence)} onPress={props.onRemove}>
              Remove
            </Button>
            <span class="grow" />
            {props.isFirst ? null : (
              <IconButton
                icon={ArrowUp}
                label={words.up(sentence)}
                onPress={() => props.onMove(-1)}
              />
            )}
            {props.isLast ? null : (
              <IconButton
                icon={ArrowDown}
                label={words.down(sentence)}
                onPress={() => props.onMove(1)}
              />
            )}
          </div>
        ) : null}
      </div>
    </li>
  );
}

function Outcome({ trial, mentions }: { trial: RuleTrial; mentions: readonly TriedMention[] }) {
  const { finding, decides, applies, examples } = trial;
  if (finding !== null) {
    return (
      <p class="hint" data-finding={finding}>
        {words.finding[finding]}
      </p>
    );
  }
  return (
    <details class="hint">
      <summary>{words.decides(decides, applies)}</summary>
      <ul class="rule-examples">
        {examples
          .flatMap((at) => mentions[at] ?? [])
          .map(({ threadId, handle, text }) => (
            <li key={threadId}>
              <bdi>@{handle}</bdi>: <span dir="auto">{text}</span>
            </li>
          ))}
      </ul>
    </details>
  );
}
