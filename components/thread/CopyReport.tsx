import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { blindWords as words } from './blind-words.ts';

export interface CopyReportProps {
  /** False when the browser refused. */
  onCopy: () => Promise<boolean>;
}

/** Copies how a site is read, and says beside the button whether that went well. */
export function CopyReport({ onCopy }: CopyReportProps) {
  const [isCopied, setCopied] = useState<boolean | null>(null);
  return (
    <>
      <Button tone="quiet" onPress={() => void onCopy().then(setCopied)}>
        {words.copy}
      </Button>
      <output class="hint">
        {isCopied === null ? '' : isCopied ? words.copied : words.notCopied}
      </output>
    </>
  );
}
