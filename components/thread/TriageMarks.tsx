import { ChevronsUp, CircleSlash, Languages } from 'lucide-preact';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { isOtherLanguage, toIntentWhy, toLanguageName, toUrgencyWhy } from './triage-reasons.ts';
import { intentIcons } from './triage-icons.ts';
import { triageWords as words } from './triage-words.ts';

/**
 * What a post is, in a list: quiet marks with their reason on hover. Nothing where nothing is sure or pressing, or where
 * somebody has set it aside.
 */
export function TriageMarks({ view }: { view: ThreadView }) {
  const { triage } = view;
  if (!triage || view.thread.outcome === 'setAside') return null;
  const { urgency, lang, isUs } = triage;
  const intent = isUs === false ? null : triage.intent;
  const isElsewhere = isOtherLanguage(lang);
  if (intent === null && isUs !== false && urgency !== 'high' && !isElsewhere) return null;
  const Icon = intent === null ? null : intentIcons[intent];
  return (
    <span class="triage-marks">
      {isUs === false ? (
        <span class="triage-mark" data-intent="notUs" title={toIntentWhy(view)}>
          <CircleSlash size={12} strokeWidth={2} aria-hidden="true" /> {words.notUs(view.brandName)}
        </span>
      ) : null}
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
