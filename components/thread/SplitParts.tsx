import { Check } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import type { DraftPart } from './draft-tools.ts';
import { draftWords as words } from './draft-words.ts';
import { TextCountNote } from './TextCountNote.tsx';
import { replyWords } from './words.ts';

export interface SplitPartsProps {
  parts: DraftPart[];
  limit: number;
  isBusy: boolean;
  onInsert: (text: string) => void;
  /** False when the browser refused. */
  onCopy: (text: string) => Promise<boolean>;
  onJoin: () => void;
  onClose: () => void;
}

/** A draft in several posts: the next one is offered once the one before was sent. */
export function SplitParts(props: SplitPartsProps) {
  const { parts, limit, isBusy, onInsert, onCopy } = props;
  const [copied, setCopied] = useState<{ at: number; text: string } | null>(null);
  const next = parts.findIndex(({ isSent }) => isSent !== true);
  const copy = async (text: string, at: number) =>
    setCopied({ at, text: (await onCopy(text)) ? replyWords.copied : replyWords.notCopied });
  return (
    <>
      <h2>{words.parts(parts.length)}</h2>
      <p class="hint">{words.partsHint}</p>
      <ol class="split-parts">
        {parts.map(({ text, used, isSent = false }, at) => (
          <li key={at} aria-label={words.part(at + 1, parts.length)} data-sent={isSent}>
            <p class="post-text" dir="auto">
              {text}
            </p>
            <div class="row">
              <span class="hint">{`${at + 1}/${parts.length}`}</span>
              <TextCountNote count={{ used, limit }} />
              <span class="grow" />
              {isSent ? (
                <span class="row part-sent">
                  <Check size={16} strokeWidth={1.75} aria-hidden="true" /> {words.partSent}
                </span>
              ) : (
                <>
                  <output class="hint">{copied?.at === at ? copied.text : ''}</output>
                  <Button tone="quiet" onPress={() => void copy(text, at)}>
                    {replyWords.copy}
                  </Button>
                  <Button
                    tone={at === next ? 'main' : 'plain'}
                    isBusy={isBusy}
                    onPress={() => onInsert(text)}
                  >
                    {replyWords.insert}
                  </Button>
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
      <div class="row row-end">
        <Button tone="quiet" onPress={props.onJoin}>
          {words.join}
        </Button>
        <Button tone="quiet" onPress={props.onClose}>
          {replyWords.close}
        </Button>
      </div>
    </>
  );
}
