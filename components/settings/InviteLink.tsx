import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import type { CopyText } from './options-props.ts';
import { teamWords as words } from './words.ts';

export interface InviteLinkProps {
  link: string;
  /** What the link is good for, and until when. */
  hint: string;
  onCopy: CopyText;
}

/** A link that lets somebody in, with the way to the clipboard. */
export function InviteLink({ link, hint, onCopy }: InviteLinkProps) {
  const [copied, setCopied] = useState('');
  const copy = async () => setCopied((await onCopy(link)) ? words.copied : words.notCopied);
  return (
    <>
      <p class="row">
        <code class="grow">{link}</code>
        <Button tone="main" onPress={() => void copy()}>
          {words.copy}
        </Button>
      </p>
      <p class="hint">{hint}</p>
      <output>{copied}</output>
    </>
  );
}
