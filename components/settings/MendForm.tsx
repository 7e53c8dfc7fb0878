import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { SelectorTrial } from '#utils/messages/payloads.ts';
import type { SiteSelectors } from '#utils/model/team-site.ts';
import { findUnread, isSameMends, toMends } from './mend-edit.ts';
import type { TypedSelectors } from './mend-edit.ts';
import type { MendingProps, PageReading } from './reading-props.ts';
import { readingWords as words } from './reading-words.ts';
import { SelectorFields } from './SelectorFields.tsx';

export interface MendFormProps extends Pick<MendingProps, 'onTry' | 'onSave'> {
  reading: PageReading;
  /** What the team has changed up to now. */
  selectors: SiteSelectors;
  /** Selectors that used to find something. */
  lost: string[];
}

/** The selectors of a site as fields. They are tried on the page at hand before they can be saved. */
export function MendForm({ reading, selectors, lost, onTry, onSave }: MendFormProps) {
  // Null: as the team has it, also when a teammate changes that meanwhile.
  const [typed, setTyped] = useState<TypedSelectors | null>(null);
  const [tried, setTried] = useState<{ wanted: SiteSelectors; trial: SelectorTrial } | null>(null);
  const [isSaved, setSaved] = useState(false);
  const shipped = reading.shipped.selectors;
  const standing = toMends(selectors, shipped);
  const wanted = typed === null ? standing : toMends(typed, shipped);
  const trying = useAttempt(async () => {
    const trial = await onTry(wanted);
    if ('refused' in trial) return trial.refused;
    setTried({ wanted, trial });
    return null;
  });
  const saving = useAttempt(onSave);

  const trial = tried && isSameMends(tried.wanted, wanted) ? tried.trial : null;
  const unread = tried ? findUnread(tried.wanted, tried.trial.selectors) : [];
  const isChanged = !isSameMends(wanted, standing);
  const forget = () => {
    setTyped(null);
    setTried(null);
  };
  const save = async () => {
    if (!(await saving.run(wanted))) return;
    forget();
    setSaved(true);
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!trying.isBusy) void trying.run();
      }}
    >
      <Counts reading={reading} trial={trial} hasMends={Object.keys(standing).length > 0} />
      <p class="hint">{words.hint}</p>
      <SelectorFields
        typed={typed ?? selectors}
        shipped={shipped}
        hits={(trial ?? reading.now).hits}
        first={[...Object.keys(selectors), ...lost]}
        wrong={unread.filter((name) => tried?.wanted[name] === wanted[name])}
        onType={(name, text) => {
          setTyped({ ...(typed ?? selectors), [name]: text });
          setSaved(false);
        }}
      />
      <ErrorNote text={trying.refused ?? saving.refused} />
      <div class="row">
        <Button type="submit" isBusy={trying.isBusy}>
          {words.tryIt}
        </Button>
        <Button
          tone="main"
          isBusy={saving.isBusy}
          blocked={toBlock(isChanged, trial !== null, unread.length > 0)}
          onPress={() => void save()}
        >
          {words.save}
        </Button>
        {isChanged ? (
          <Button tone="quiet" onPress={forget}>
            {words.undo}
          </Button>
        ) : null}
        <output>{isSaved ? words.saved : ''}</output>
      </div>
    </form>
  );
}

/** Why it cannot be saved yet. */
function toBlock(isChanged: boolean, isTried: boolean, isWrong: boolean): string | null {
  if (!isChanged) return words.nothingChanged;
  if (!isTried) return words.tryFirst;
  return isWrong ? words.correctFirst : null;
}

interface CountsProps {
  reading: PageReading;
  trial: SelectorTrial | null;
  hasMends: boolean;
}

/** What the page holds: as shipped where that differs, now, and with what was tried. */
function Counts({ reading: { shipped, now }, trial, hasMends }: CountsProps) {
  return (
    <div class="mend-counts" role="status">
      {hasMends ? <p class="hint">{words.as.shipped(shipped.found, shipped.read)}</p> : null}
      <p>{words.as.now(now.found, now.read)}</p>
      {trial ? (
        <p>
          <strong>{words.as.wanted(trial.found, trial.read)}</strong>
          {trial.read < now.read ? ` ${words.worse}` : ''}
        </p>
      ) : null}
    </div>
  );
}
