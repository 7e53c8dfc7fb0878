import { ChevronsUp, Languages } from 'lucide-preact';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { isOtherLanguage, toIntentWhy, toLanguageName, toUrgencyWhy } from './triage-reasons.ts';
import { intentIcons } from './triage-icons.ts';
import { triageWords as words } from './triage-words.ts';

/** What a post is, in a list: quiet marks with their reason on hover. Nothing where nothing is sure or pressing. */
export function TriageMarks({ view }: { view: ThreadView }) {
  const { triage } = view;
  if (!triage) return null;
  const { intent, urgency, lang } = triage;
  const isElsewhere = isOtherLanguage(lang);
  if (intent === null && urgency !== 'high' && !isElsewhere) return null;
  const Icon = intent === null ? null : intentIcons[intent];
  return (
    <span class="triage-marks">
      {intent === null || Icon === null ? null : (
        <span class="triage-mark" data-intent={intent} title={toIntentWhy(view)}>
          <Icon size={12} strokeWidth={2} aria-hidden="true" /> {words.intents[intent]}
        </span>
      )}
      {urgency === 'high' ? (
        <span class="triage-mark" data-urgency="high" title={toUrgencyWhy(view)}>
          <ChevronsUp size={12} strokeWidth={2} aria-hidden="true" /> {words.urgencies.high}
        </span>
      ) : null}
      {isElsewhere && lang !== null ? (
        <span class="triage-mark">
          <Languages size={12} strokeWidth={2} aria-hidden="true" /> {toLanguageName(lang)}
        </span>
      ) : null}
    </span>
  );
}
