import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Confirm } from '#components/ui/Confirm.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import type { Attempt } from '#components/ui/attempt.ts';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { useKept } from '#components/ui/use-kept.ts';
import type { Partner } from '#utils/model/partner.ts';
import { PartnerForm } from './PartnerForm.tsx';
import { partnerWords as words } from './routing-words.ts';

export interface PartnersSectionProps {
  /** By name; null while loading. */
  partners: Partner[] | null;
  newId: () => string;
  onSave: Attempt<[partner: Partner]>;
  onRemove: Attempt<[id: string]>;
  onCopy: (text: string) => Promise<boolean>;
}

/** Fewer are seen at one glance. */
const FIND_FROM = 6;

/** Who outside the company can help, with a search once there are many. */
export function PartnersSection(props: PartnersSectionProps) {
  const { partners, newId, onSave, onRemove, onCopy } = props;
  const [edit, setEdit] = useKept<Partner>('partner');
  const [asked, setAsked] = useState<Partner | null>(null);
  const [query, setQuery] = useState('');
  const [copied, setCopied] = useState<{ id: string; isDone: boolean } | null>(null);
  const removal = useAttempt(onRemove);
  if (partners === null) return <Spinner />;
  const shown = findPartners(partners, query);
  const form = edit && (
    <PartnerForm
      key={edit.id}
      edit={edit}
      onEdit={setEdit}
      onSave={onSave}
      onClose={() => setEdit(null)}
    />
  );
  const isNew = edit !== null && partners.every(({ id }) => id !== edit.id);
  return (
    <div class="stack">
      <p>{words.intro}</p>
      <ErrorNote text={removal.refused} />
      {partners.length >= FIND_FROM ? (
        <Field label={words.find} value={query} maxLength={100} onValue={setQuery} />
      ) : null}
      {partners.length === 0 && edit === null ? (
        <EmptyState title={words.none} text={words.noneText} />
      ) : null}
      {partners.length > 0 && shown.length === 0 ? <p>{words.noneFound(query)}</p> : null}
      {shown.map((partner) =>
        edit?.id === partner.id ? (
          form
        ) : (
          <div class="card row" key={partner.id}>
            <div class="grow">
              <h3 dir="auto">{partner.name}</h3>
              {partner.helpsWith === '' ? null : <p dir="auto">{partner.helpsWith}</p>}
              <p class="hint" dir="auto">
                {partner.contact}
              </p>
              {partner.note === '' ? null : (
                <p class="hint" dir="auto">
                  {partner.note}
                </p>
              )}
              <p class="hint" role="status">
                {copied?.id !== partner.id ? '' : copied.isDone ? words.copied : words.notCopied}
              </p>
            </div>
            <Button
              label={words.copyOf(partner.name)}
              onPress={async () => {
                const isDone = await onCopy(partner.contact);
                setCopied({ id: partner.id, isDone });
              }}
            >
              {words.copy}
            </Button>
            <Button label={words.editOf(partner.name)} onPress={() => setEdit(partner)}>
              Edit
            </Button>
            <Button
              tone="quiet"
              label={words.removeOf(partner.name)}
              onPress={() => setAsked(partner)}
            >
              {words.removeAct}
            </Button>
          </div>
        ),
      )}
      {isNew ? form : null}
      {edit === null ? (
        <div>
          <Button
            tone="main"
            onPress={() => setEdit({ id: newId(), name: '', helpsWith: '', contact: '', note: '' })}
          >
            {words.add}
          </Button>
        </div>
      ) : null}
      {asked === null ? null : (
        <Confirm
          title={words.removeTitle(asked.name)}
          text={words.removeText}
          act={words.removeAct}
          isBusy={removal.isBusy}
          onConfirm={() => void removal.run(asked.id).then(() => setAsked(null))}
          onCancel={() => setAsked(null)}
        />
      )}
    </div>
  );
}

/** Those of whom something holds all words of a query. */
export function findPartners(partners: readonly Partner[], query: string): Partner[] {
  const wanted = query.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return partners.filter(({ name, helpsWith, contact, note }) => {
    const text = `${name}\n${helpsWith}\n${contact}\n${note}`.toLocaleLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
