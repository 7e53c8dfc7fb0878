import { Ago } from '#components/ui/Ago.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { toChange, toEdit, type GuideEdit } from './guide-edit.ts';
import { GuideForm } from './GuideForm.tsx';
import { GuideSummary } from './GuideSummary.tsx';
import type { VoiceSectionProps } from './guide-props.ts';
import { guideWords as words } from './guide-words.ts';
import { useKept } from '#components/ui/use-kept.ts';
import { VoiceExample } from './VoiceExample.tsx';

/** The team's reply guide beside an answer that shows at once what it does. Leads edit it, everybody reads it. */
export function VoiceSection(props: VoiceSectionProps) {
  const { now, guide, names, leads, canChange, readAs, onSave } = props;
  const [typed, setTyped] = useKept<GuideEdit>('guide');
  if (guide === null) return <Spinner />;
  const edit = typed ?? toEdit(guide);
  return (
    <div class="stack">
      <p>{words.intro}</p>
      {canChange ? null : <p>{words.onlyLeads(leads)}</p>}
      <div class="guide">
        {canChange ? (
          <GuideForm
            edit={edit}
            onEdit={setTyped}
            // Checks have a section of their own, and may have been switched meanwhile.
            onSave={(change) => onSave({ ...change, checksOff: guide.checksOff })}
            // What others change meanwhile is shown again from now on.
            onSaved={() => setTyped(null)}
          />
        ) : (
          <GuideSummary guide={guide} />
        )}
        <VoiceExample guide={toChange(edit)} readAs={readAs} />
      </div>
      <p class="hint">
        {guide.changedAt === 0 ? (
          words.notChanged
        ) : (
          <>
            {words.changed} <bdi>{names[guide.changedBy] ?? words.formerMate}</bdi> ·{' '}
            <Ago at={guide.changedAt} now={now} />
          </>
        )}
      </p>
    </div>
  );
}
