import { useState } from 'preact/hooks';
import { toClock, toTimestamp } from '#components/ui/age.ts';
import { Button } from '#components/ui/Button.tsx';
import { replyWords as words } from './words.ts';

export interface KeptDraftProps {
  /** What stood unsent in the site's own reply box, and when it was last typed in (local clock, ms). */
  kept: { text: string; at: number };
  now: number;
  isBusy: boolean;
  onInsert: () => void;
  /** False when the browser refused. */
  onCopy: (text: string) => Promise<boolean>;
  onDiscard: () => void;
}

/** A draft that outlived its page, with the ways back to it. Nothing but a person's press discards it. */
export function KeptDraft({ kept, now, isBusy, onInsert, onCopy, onDiscard }: KeptDraftProps) {
  const [copied, setCopied] = useState('');
  const copy = async () => setCopied((await onCopy(kept.text)) ? words.copied : words.notCopied);
  return (
    <section class="card stack-small kept-draft">
      <h2 title={toTimestamp(kept.at)}>{words.kept(toClock(kept.at, now))}</h2>
      <p class="post-text" dir="auto">
        {kept.text}
      </p>
      <p class="hint">{words.keptHint}</p>
      <div class="row">
        <output class="hint">{copied}</output>
        <span class="grow" />
        <Button tone="quiet" onPress={onDiscard}>
          {words.discard}
        </Button>
        <Button tone="quiet" onPress={() => void copy()}>
          {words.copy}
        </Button>
        <Button isBusy={isBusy} onPress={onInsert}>
          {words.insert}
        </Button>
      </div>
    </section>
  );
}
