import { BellOff, Ellipsis, Info, TriangleAlert, X } from 'lucide-preact';
import { IconButton } from '#components/ui/IconButton.tsx';
import { Menu } from '#components/ui/Menu.tsx';
import type { DraftAdvice } from '#utils/messages/payloads.ts';
import type { ChecksOfTeam } from './draft-tools.ts';
import { draftWords } from './draft-words.ts';
import { replyWords as words } from './words.ts';

export interface DraftAdviceListProps {
  advice: readonly DraftAdvice[];
  checks: ChecksOfTeam;
  /** Says no more of it in this draft. */
  onDismiss: (key: string) => void;
  /** The whole team does without this check from now on. */
  onCheckOff: (check: string) => void;
}

/** What speaks against sending a draft as it is. It advises: nothing is held back. */
export function DraftAdviceList({ advice, checks, onDismiss, onCheckOff }: DraftAdviceListProps) {
  const forTeam = checks.canSetOff ? draftWords.notForTeam : draftWords.notForTeamAsk(checks.leads);
  return (
    <ul class="draft-advice" aria-label={words.advice} aria-live="polite">
      {advice.map(({ key, check, text, isWarning }) => (
        <li class="row" data-warning={isWarning} key={key}>
          {isWarning ? (
            <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
          ) : (
            <Info size={16} strokeWidth={1.75} aria-hidden="true" />
          )}
          <span class="grow">{text}</span>
          <IconButton
            icon={X}
            label={`${draftWords.hide}: ${text}`}
            onPress={() => onDismiss(key)}
          />
          <Menu
            label={`${draftWords.moreOf}: ${text}`}
            face={<Ellipsis size={16} strokeWidth={1.75} />}
            items={[{ id: 'team', label: forTeam, icon: BellOff }]}
            onPick={() => {
              if (checks.canSetOff) onCheckOff(check);
            }}
          />
        </li>
      ))}
    </ul>
  );
}
