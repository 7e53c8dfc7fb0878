import { useMemo, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import type { Attempt } from '#components/ui/attempt.ts';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { useKept } from '#components/ui/use-kept.ts';
import type { Rule } from '#utils/model/routing.ts';
import { describeRule } from '#utils/routing/describe-rule.ts';
import type { RuleNames } from '#utils/routing/describe-rule.ts';
import type { RoutedMention } from '#utils/routing/route-mention.ts';
import { tryRules } from '#utils/routing/try-rules.ts';
import { RuleCard } from './RuleCard.tsx';
import type { TriedMention } from './RuleCard.tsx';
import { RuleForm } from './RuleForm.tsx';
import type { RuleOptions } from './RuleForm.tsx';
import { toNewRule, toRuleEdit } from './rule-edit.ts';
import type { RuleEdit } from './rule-edit.ts';
import { routingWords as words } from './routing-words.ts';

export interface RoutingSectionProps {
  /** In order, as the team has them; null while loading. */
  rules: Rule[] | null;
  /** A lead, or nobody to ask. */
  canChange: boolean;
  options: RuleOptions;
  /** The last mentions, newest first, to try rules on; null while loading. */
  mentions: { mention: RoutedMention; shown: TriedMention }[] | null;
  newId: () => string;
  onSave: Attempt<[rules: Rule[]]>;
}

/** Rules as they are being changed. */
interface RulesEdit {
  /** What the team had when the change began. */
  before: string;
  rules: Rule[];
}

/** The team's rules in their order, tried on the last mentions before anything is saved. */
export function RoutingSection(props: RoutingSectionProps) {
  const { canChange, options, mentions, newId } = props;
  const [changed, setChanged] = useKept<RulesEdit>('routing');
  const [edit, setEdit] = useKept<RuleEdit>('rule');
  const [said, setSaid] = useState('');
  const saving = useAttempt(props.onSave);
  const rules = changed?.rules ?? props.rules;
  const names = toNames(options);
  const trial = useMemo(
    () =>
      rules === null || mentions === null
        ? null
        : tryRules(
            { rules },
            mentions.map(({ mention }) => mention),
          ),
    [rules, mentions],
  );
  if (rules === null || props.rules === null) return <Spinner />;
  const known = JSON.stringify(props.rules);
  const change = (next: Rule[], what = '') => {
    setSaid(what);
    const before = changed?.before ?? known;
    setChanged(JSON.stringify(next) === before ? null : { before, rules: next });
  };
  const form = edit && (
    <RuleForm
      key={edit.id}
      edit={edit}
      options={options}
      onEdit={setEdit}
      onClose={() => setEdit(null)}
      onDone={(rule) => {
        setEdit(null);
        const isKnown = rules.some(({ id }) => id === rule.id);
        change(isKnown ? rules.map((one) => (one.id === rule.id ? rule : one)) : [...rules, rule]);
      }}
    />
  );
  const move = (at: number, by: -1 | 1) => {
    const next = [...rules];
    const [rule] = next.splice(at, 1);
    if (!rule) return;
    next.splice(at + by, 0, rule);
    change(next, words.moved(at + by + 1, rules.length));
  };
  const save = async () => {
    if (!(await saving.run(rules))) return;
    setChanged(null);
    setSaid(words.saved);
  };
  return (
    <div class="stack">
      <p>{words.intro}</p>
      {canChange ? null : <p>{words.onlyLeads}</p>}
      {rules.length > 0 ? <p>{toTrialWords(mentions?.length ?? null, trial?.untouched)}</p> : null}
      {rules.length === 0 && edit === null ? (
        <EmptyState title={words.none} text={words.noneText} />
      ) : null}
      <ol class="rule-list">
        {rules.map((rule, at) =>
          edit?.id === rule.id ? (
            <li key={rule.id}>{form}</li>
          ) : (
            <RuleCard
              key={rule.id}
              place={at + 1}
              sentence={describeRule(rule, names)}
              isOn={rule.isOn}
              trial={mentions?.length ? (trial?.rules[at] ?? null) : null}
              mentions={mentions?.map(({ shown }) => shown) ?? []}
              canChange={canChange}
              isFirst={at === 0}
              isLast={at === rules.length - 1}
              onSwitch={(isOn) =>
                change(rules.map((one) => (one.id === rule.id ? { ...one, isOn } : one)))
              }
              onMove={(by) => move(at, by)}
              onEdit={() => setEdit(toRuleEdit(rule))}
              onRemove={() => change(rules.filter(({ id }) => id !== rule.id))}
            />
          ),
        )}
      </ol>
      {edit !== null && rules.every(({ id }) => id !== edit.id) ? form : null}
      {canChange && edit === null ? (
        <div>
          <Button
            tone={changed === null ? 'main' : 'plain'}
            onPress={() => setEdit(toNewRule(newId()))}
          >
            {words.add}
          </Button>
        </div>
      ) : null}
      <ErrorNote text={saving.refused} />
      {changed === null ? null : (
        <div class="card stack rule-save">
          <p>{changed.before === known ? words.unsaved : words.changedMeanwhile}</p>
          <div class="row">
            <Button tone="main" isBusy={saving.isBusy} onPress={() => void save()}>
              {words.save}
            </Button>
            <Button
              tone="quiet"
              onPress={() => {
                setChanged(null);
                saving.forget();
              }}
            >
              {words.discard}
            </Button>
          </div>
        </div>
      )}
      <p class="hint" role="status">
        {said}
      </p>
    </div>
  );
}

function toTrialWords(of: number | null, untouched: number | undefined): string {
  if (of === null) return words.trying;
  return of === 0 ? words.nothingToTry : words.trial(of - (untouched ?? of), of);
}

function toNames(options: RuleOptions): RuleNames {
  const find = (all: RuleOptions['brands'], id: string, gone: string) =>
    all.find(({ value }) => value === id)?.label ?? gone;
  return {
    brand: (id) => find(options.brands, id, words.gone.brand),
    site: (id) => find(options.sites, id, id),
    desk: (id) => find(options.desks, id, words.gone.desk),
    member: (id) => find(options.teammates, id, words.gone.member),
    intent: (id) => words.kinds[id],
  };
}
