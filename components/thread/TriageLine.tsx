import { ChevronDown, ChevronsUp, CircleSlash, Languages, Undo2 } from 'lucide-preact';
import { Menu, type MenuItem } from '#components/ui/Menu.tsx';
import { INTENTS, URGENCIES, type Intent, type Urgency } from '#utils/model/intents.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { setAsideReasons } from './state-words.ts';
import type { ThreadAct } from './thread-act.ts';
import { intentIcons } from './triage-icons.ts';
import { isOtherLanguage, toIntentWhy, toLanguageName, toUrgencyWhy } from './triage-reasons.ts';
import { triageWords as words } from './triage-words.ts';

export interface TriageLineProps {
  view: ThreadView;
  onAct: (act: ThreadAct) => void;
}

/** What the post is, why, and a menu each to say otherwise. */
export function TriageLine({ view, onAct }: TriageLineProps) {
  const { triage } = view;
  if (!triage) return <p class="triage hint">{words.loading}</p>;
  const { intent, urgency, lang } = triage;
  const whyUrgent = urgency === 'normal' ? '' : toUrgencyWhy(view);
  return (
    <section class="triage" aria-label={words.what}>
      <div class="row">
        <IntentMenu view={view} intent={intent} onAct={onAct} />
        <UrgencyMenu view={view} urgency={urgency} onAct={onAct} />
        {isOtherLanguage(lang) && lang !== null ? (
          <span class="triage-mark">
            <Languages size={14} strokeWidth={1.75} aria-hidden="true" /> {toLanguageName(lang)}
          </span>
        ) : null}
      </div>
      <p class="hint" dir="auto">
        {[...new Set([toIntentWhy(view), whyUrgent])].filter(Boolean).join(' ')}
      </p>
    </section>
  );
}

type Other = 'back' | 'notUs';

function IntentMenu({ view, intent, onAct }: TriageLineProps & { intent: Intent | null }) {
  const said = view.thread.label?.intent;
  const isNotUs = view.triage?.isUs === false;
  const Icon = isNotUs ? CircleSlash : intent === null ? null : intentIcons[intent];
  const name = isNotUs
    ? words.notUs(view.brandName)
    : intent === null
      ? words.unsure
      : words.intents[intent];
  const items: MenuItem<Intent | Other>[] = INTENTS.filter((one) => one !== said).map((one) => ({
    id: one,
    label: words.intents[one],
    icon: intentIcons[one],
  }));
  if (view.thread.outcome === 'open') {
    items.push({ id: 'notUs', label: words.sayNotUs, icon: CircleSlash });
  }
  if (said !== undefined) items.push({ id: 'back', label: words.takeBack, icon: Undo2 });
  return (
    <Menu
      label={`${name}. ${words.change}`}
      face={
        <span class="triage-face" data-intent={intent ?? 'none'}>
          {Icon ? <Icon size={14} strokeWidth={1.75} /> : null}
          {name}
          <ChevronDown size={14} strokeWidth={1.75} />
        </span>
      }
      items={items}
      onPick={(id) => {
        if (id === 'notUs') return onAct({ kind: 'setAside', reason: setAsideReasons[0] });
        const change = { intent: id === 'back' ? null : id };
        onAct({ kind: 'label', change, back: { intent: said ?? null } });
      }}
    />
  );
}

function UrgencyMenu({ view, urgency, onAct }: TriageLineProps & { urgency: Urgency }) {
  const said = view.thread.label?.urgency;
  const items: MenuItem<Urgency | 'back'>[] = URGENCIES.filter((one) => one !== said).map(
    (one) => ({
      id: one,
      label: words.urgencies[one],
    }),
  );
  if (said !== undefined) items.push({ id: 'back', label: words.takeBack, icon: Undo2 });
  return (
    <Menu
      label={`${words.urgencies[urgency]}. ${words.changeUrgency}`}
      face={
        <span class="triage-face" data-urgency={urgency}>
          {urgency === 'high' ? <ChevronsUp size={14} strokeWidth={1.75} /> : null}
          {words.urgencies[urgency]}
          <ChevronDown size={14} strokeWidth={1.75} />
        </span>
      }
      items={items}
      onPick={(id) =>
        onAct({
          kind: 'label',
          change: { urgency: id === 'back' ? null : id },
          back: { urgency: said ?? null },
        })
      }
    />
  );
}
