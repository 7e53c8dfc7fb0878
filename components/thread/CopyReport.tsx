import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { blindWords as words } from './blind-words.ts';

export interface CopyReportProps {
  /** Name of the site, where reports of several can be copied. */
  site?: string;
  /** False when the browser refused. */
  onCopy: () => Promise<boolean>;
}

/** Copies how a site is read, and says beside the button whether that went well. */
export function CopyReport({ site, onCopy }: CopyReportProps) {
  const [isCopied, setCopied] = useState<boolean | null>(null);
  return (
    <>
      <Button
        tone="quiet"
        label={site === undefined ? words.copy : words.copyOf(site)}
        onPress={() => void onCopy().then(setCopied)}
      >
        {words.copy}
      </Button>
      <output class="hint">
        {isCopied === null ? '' : isCopied ? words.copied : words.notCopied}
      </output>
    </>
  );
}
