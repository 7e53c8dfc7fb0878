import { Info, TriangleAlert } from 'lucide-preact';
import { Button } from '#components/ui/Button.tsx';
import type { DraftAdvice } from '#utils/messages/payloads.ts';
import { replyWords as words } from './words.ts';

export interface DraftAdviceListProps {
  advice: readonly DraftAdvice[];
  onDismiss: (key: string) => void;
}

/** What speaks against sending a draft as it is. It advises: nothing is held back. */
export function DraftAdviceList({ advice, onDismiss }: DraftAdviceListProps) {
  return (
    <ul class="draft-advice" aria-label={words.advice} aria-live="polite">
      {advice.map(({ key, text, isWarning }) => (
        <li class="row" data-warning={isWarning} key={key}>
          {isWarning ? (
            <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
          ) : (
            <Info size={16} strokeWidth={1.75} aria-hidden="true" />
          )}
          <span class="grow">{text}</span>
          <Button tone="quiet" label={`${words.dismiss}: ${text}`} onPress={() => onDismiss(key)}>
            {words.dismiss}
          </Button>
        </li>
      ))}
    </ul>
  );
}
