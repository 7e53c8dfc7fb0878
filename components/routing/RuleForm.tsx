import { useId, useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { PickMany } from '#components/ui/PickMany.tsx';
import { Select } from '#components/ui/Select.tsx';
import { TagInput } from '#components/ui/TagInput.tsx';
import { useFaultFocus } from '#components/ui/use-fault-focus.ts';
import type { Rule } from '#utils/model/routing.ts';
import { readRuleEdit } from './rule-edit.ts';
import type { RuleEdit, RuleFaults } from './rule-edit.ts';
import { routingWords as words } from './routing-words.ts';

/** A thing that rules name, as it is offered. */
export interface RuleOption {
  value: string;
  label: string;
}

export interface RuleOptions {
  brands: readonly RuleOption[];
  sites: readonly RuleOption[];
  intents: readonly RuleOption[];
  langs: readonly RuleOption[];
  desks: readonly RuleOption[];
  teammates: readonly RuleOption[];
}

interface RuleFormProps {
  edit: RuleEdit;
  options: RuleOptions;
  onEdit: (edit: RuleEdit) => void;
  /** The rule as it was filled in. */
  onDone: (rule: Rule) => void;
  onClose: () => void;
}

/** One rule: which mentions, and what becomes of them. */
export function RuleForm({ edit, options, onEdit, onDone, onClose }: RuleFormProps) {
  const [faults, setFaults] = useState<RuleFaults>({});
  const [failedTries, setFailedTries] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  useFaultFocus(form, failedTries);
  const set = (change: Partial<RuleEdit>) => {
    setFaults({});
    onEdit({ ...edit, ...change });
  };
  const done = () => {
    const read = readRuleEdit(edit);
    if ('rule' in read) return onDone(read.rule);
    setFaults(read.faults);
    setFailedTries(failedTries + 1);
  };
  return (
    <form
      ref={form}
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <fieldset class="rule-part" aria-invalid={faults.when !== undefined} tabIndex={-1}>
        <legend class="label">{words.when}</legend>
        <p class="hint">{words.whenHint}</p>
        {faults.when === undefined ? null : <p class="field-error">{faults.when}</p>}
        <TagInput
          label={words.words}
          hint={words.wordsHint}
          terms={edit.words}
          maxTerms={50}
          takesFocus
          onTerms={(said) => set({ words: said })}
        />
        <div class="rule-columns">
          <PickMany
            label={words.intents}
            ask={words.addIntent}
            options={options.intents}
            chosen={edit.intents}
            onChosen={(intents) => set({ intents })}
          />
          <PickMany
            label={words.sites}
            ask={words.addSite}
            options={options.sites}
            chosen={edit.sites}
            onChosen={(sites) => set({ sites })}
          />
          <PickMany
            label={words.langs}
            ask={words.addLang}
            options={options.langs}
            chosen={edit.langs}
            onChosen={(langs) => set({ langs })}
          />
          {options.brands.length > 1 || edit.brands.length > 0 ? (
            <PickMany
              label={words.brands}
              ask={words.addBrand}
              options={options.brands}
              chosen={edit.brands}
              onChosen={(brands) => set({ brands })}
            />
          ) : null}
        </div>
        <TagInput
          label={words.authors}
          hint={words.authorsHint}
          prefix="@"
          clean={(handle) => handle.replace(/^@/u, '')}
          terms={edit.authors}
          maxTerms={500}
          onTerms={(authors) => set({ authors })}
        />
      </fieldset>
      <fieldset class="rule-part" aria-invalid={faults.does !== undefined} tabIndex={-1}>
        <legend class="label">{words.does}</legend>
        {faults.does === undefined ? null : <p class="field-error">{faults.does}</p>}
        <div class="rule-columns">
          <Select
            label={words.desk}
            value={edit.deskId}
            options={[
              { value: '', label: options.desks.length === 0 ? words.noDesks : words.asItIs },
              ...options.desks,
            ]}
            onValue={(deskId) => set({ deskId })}
          />
          <Select
            label={words.priority}
            value={edit.priority}
            options={[
              { value: '', label: words.asItIs },
              { value: 'high', label: words.high },
              { value: 'low', label: words.low },
            ]}
            onValue={(priority) => set({ priority })}
          />
          {options.teammates.length === 0 ? null : (
            <Select
              label={words.assignee}
              value={edit.assignee}
              options={[{ value: '', label: words.asItIs }, ...options.teammates]}
              onValue={(assignee) => set({ assignee })}
            />
          )}
        </div>
        <label class="row" for={id}>
          <input
            id={id}
            type="checkbox"
            checked={edit.isSetAside}
            onChange={(event) => set({ isSetAside: event.currentTarget.checked })}
          />
          {words.setAside}
        </label>
        {edit.isSetAside ? (
          <Field
            label={words.reason}
            hint={words.reasonHint}
            value={edit.reason}
            maxLength={300}
            takesFocus={edit.reason === ''}
            error={faults.reason ?? null}
            onValue={(reason) => set({ reason })}
          />
        ) : null}
      </fieldset>
      <div class="row">
        <Button tone="main" type="submit">
          {words.done}
        </Button>
        <Button tone="quiet" onPress={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
