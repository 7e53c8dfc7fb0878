import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { SelectorTrial } from '#utils/messages/payloads.ts';
import type { SiteSelectors } from '#utils/model/team-site.ts';
import { findUnread, isSameMends, listUnknown, toMends } from './mend-edit.ts';
import type { TypedSelectors } from './mend-edit.ts';
import type { MendingProps, PageReading } from './reading-props.ts';
import { isTaught, readingWords as words, toSelectorLabel, toSortWords } from './reading-words.ts';
import { SelectorFields } from './SelectorFields.tsx';

export interface MendFormProps extends Pick<
  MendingProps,
  'id' | 'hasTeam' | 'tabId' | 'reading' | 'onTry' | 'onSave'
> {
  shipped: TypedSelectors;
  /** What the team has changed up to now. */
  selectors: SiteSelectors;
  /** Selectors that used to find something. */
  lost: string[];
  /** Null: as the team has it. */
  typed: TypedSelectors | null;
  onType: (typed: TypedSelectors | null) => void;
}

/** What was tried, and what the page made of it; null where it did not say. */
interface Tried {
  tabId: number | null;
  wanted: SiteSelectors;
  trial: SelectorTrial | null;
}

/** The selectors of a site as fields. They are tried on the page at hand before they can be saved. */
export function MendForm(props: MendFormProps) {
  const { id, hasTeam, tabId, shipped, reading, selectors, typed, onType } = props;
  const [last, setLast] = useState<Tried | null>(null);
  const [isSaved, setSaved] = useState(false);
  const sort = toSortWords(id);
  const wanted = typed === null ? selectors : toMends(typed, shipped, selectors);
  const trying = useAttempt(async () => {
    const answer = await props.onTry(wanted);
    const isRefused = 'refused' in answer;
    setLast({ tabId, wanted, trial: isRefused ? null : answer });
    return isRefused ? answer.refused : null;
  });
  const saving = useAttempt(props.onSave);

  // What one page has answered says nothing of another.
  const tried = last?.tabId === tabId ? last : null;
  const trial = tried && isSameMends(tried.wanted, wanted) ? tried.trial : null;
  const unread = tried?.trial ? findUnread(tried.wanted, tried.trial.selectors, shipped) : [];
  const isChanged = !isSameMends(wanted, selectors);
  const forget = () => {
    onType(null);
    setLast(null);
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
      <Counts
        reading={reading}
        trial={trial}
        hasShipped={Object.keys(selectors).length > 0 && !isTaught(id)}
      />
      <p class="hint">{sort.hint}</p>
      <SelectorFields
        typed={typed ?? selectors}
        shipped={shipped}
        hits={(trial ?? reading?.now)?.hits ?? null}
        first={[...Object.keys(selectors), ...props.lost]}
        legend={sort.watched}
        wrong={unread.filter((name) => tried?.wanted[name] === wanted[name])}
        onType={(name, text) => {
          onType({ ...(typed ?? selectors), [name]: text });
          setSaved(false);
        }}
      />
      <Unknown selectors={listUnknown(selectors, shipped)} />
      <ErrorNote text={(last && !tried ? null : trying.refused) ?? saving.refused} />
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
          {words.save(hasTeam)}
        </Button>
        {isChanged ? (
          <Button tone="quiet" onPress={forget}>
            {words.undo}
          </Button>
        ) : null}
        <output>{isSaved ? words.saved(hasTeam) : ''}</output>
      </div>
    </form>
  );
}

/** What the team has changed and no field is for. */
function Unknown({ selectors }: { selectors: [name: string, selector: string][] }) {
  if (selectors.length === 0) return null;
  return (
    <section class="stack" aria-label={words.unknown}>
      <p class="label">{words.unknown}</p>
      <ul>
        {selectors.map(([name, selector]) => (
          <li key={name}>
            {toSelectorLabel(name)}: <code>{selector}</code>
          </li>
        ))}
      </ul>
      <p class="hint">{words.unknownKept}</p>
    </section>
  );
}

/** Why it cannot be saved yet. */
function toBlock(isChanged: boolean, isTried: boolean, isWrong: boolean): string | null {
  if (!isChanged) return words.nothingChanged;
  if (!isTried) return words.tryFirst;
  return isWrong ? words.correctFirst : null;
}

interface CountsProps {
  reading: PageReading | null;
  trial: SelectorTrial | null;
  /** What was shipped differs from what is used now. */
  hasShipped: boolean;
}

/** What the page holds: as shipped where that differs, now, and with what was tried. */
function Counts({ reading, trial, hasShipped }: CountsProps) {
  if (!reading && !trial) return null;
  const { shipped, now } = reading ?? {};
  return (
    <div class="mend-counts" role="status">
      {shipped && hasShipped ? (
        <p class="hint">{words.as.shipped(shipped.found, shipped.read)}</p>
      ) : null}
      {now ? <p>{words.as.now(now.found, now.read)}</p> : null}
      {trial ? (
        <p>
          <strong>{words.as.wanted(trial.found, trial.read)}</strong>
          {now && trial.read < now.read ? ` ${words.worse}` : ''}
        </p>
      ) : null}
    </div>
  );
}
