import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import type { DraftTools } from './draft-tools.ts';
import { draftWords as words } from './draft-words.ts';
import { replyWords } from './words.ts';

export interface TooLongNoteProps {
  text: string;
  tooLong: DraftTools['tooLong'];
  onSplit: () => void;
  /** False when the browser refused. */
  onCopy: (text: string) => Promise<boolean>;
}

/** What can be done with a draft that is too long for one post; nothing while it fits. */
export function TooLongNote({ text, tooLong, onSplit, onCopy }: TooLongNoteProps) {
  const [copied, setCopied] = useState('');
  if (tooLong === null) return null;
  if (tooLong.isThreaded) {
    return (
      <div>
        <Button onPress={onSplit}>{words.split(tooLong.posts)}</Button>
      </div>
    );
  }
  const copy = async () =>
    setCopied((await onCopy(text)) ? replyWords.copied : replyWords.notCopied);
  return (
    <div class="row">
      <p class="hint grow">{copied || words.onePost}</p>
      <Button tone="quiet" onPress={() => void copy()}>
        {replyWords.copy}
      </Button>
    </div>
  );
}
