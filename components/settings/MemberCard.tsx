import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Attempt } from '#components/ui/attempt.ts';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Select } from '#components/ui/Select.tsx';
import { TagInput } from '#components/ui/TagInput.tsx';
import type { TagInputProps } from '#components/ui/TagInput.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { SiteId } from '#utils/model/site.ts';
import type { Member } from '#utils/model/team.ts';
import type { MemberEdit, SiteTile } from './options-props.ts';
import { optionsWords, teamWords as words } from './words.ts';

export interface MemberCardProps {
  member: Member;
  isMe: boolean;
  canEdit: boolean;
  sites: Pick<SiteTile, 'id' | 'name' | 'isOn'>[];
  onSave: Attempt<[edit: MemberEdit]>;
  /** Browsers, role, removal. */
  children?: ComponentChildren;
}

/** One teammate: name, role, and the handles by which their public answers are recognized. */
export function MemberCard(props: MemberCardProps) {
  const { member, isMe, canEdit, sites, onSave } = props;
  const [edited, setEdited] = useState<MemberEdit | null>(null);
  // A list that is not open names a site at each arrow key: what is chosen in it is added only by the button.
  const [elsewhere, setElsewhere] = useState<SiteId | ''>('');
  const [added, setAdded] = useState<SiteId[]>([]);
  const saving = useAttempt(onSave);
  const handles = member.handles.map(({ handle }) => `@${handle}`).join(', ');
  if (edited === null) {
    return (
      <li class="card member">
        <div class="row">
          <div class="grow">
            <h3>
              <bdi>{member.name}</bdi>
              <span class="role">
                {words.roles[member.role]}
                {isMe ? ` · ${words.you}` : ''}
              </span>
            </h3>
            <p class="hint clamp">{handles === '' ? words.noHandles : handles}</p>
          </div>
          {canEdit ? (
            <Button onPress={() => setEdited({ ...member, handles: member.handles })}>
              {optionsWords.edit}
            </Button>
          ) : null}
        </div>
        {props.children}
      </li>
    );
  }
  const setHandles = (site: SiteId, terms: string[]) => {
    const others = edited.handles.filter((one) => one.site !== site);
    setEdited({ ...edited, handles: [...others, ...terms.map((handle) => ({ site, handle }))] });
  };
  const hasField = ({ id, isOn }: (typeof sites)[number]) =>
    isOn || added.includes(id) || edited.handles.some(({ site }) => site === id);
  const others = sites.filter((site) => !hasField(site));
  const toAdd = others.find(({ id }) => id === elsewhere)?.id ?? '';
  const add = () => {
    if (toAdd !== '') setAdded([...added, toAdd]);
    setElsewhere('');
  };
  const close = () => {
    setEdited(null);
    setAdded([]);
    setElsewhere('');
  };
  const save = async () => {
    const { id, name, handles: all } = edited;
    if (await saving.run({ id, name: name.trim() || member.name, handles: all })) close();
  };
  return (
    <li class="card stack">
      <Field
        label={words.name}
        value={edited.name}
        maxLength={80}
        onValue={(name) => setEdited({ ...edited, name })}
      />
      <p class="hint">{words.handlesHint}</p>
      {sites.filter(hasField).map((site) => (
        <HandleField
          key={site.id}
          takesFocus={site.id === added.at(-1)}
          label={words.handleOn(site.name)}
          prefix="@"
          terms={edited.handles.filter((one) => one.site === site.id).map((one) => one.handle)}
          clean={(term) => term.replace(/^@+/, '')}
          onTerms={(terms) => setHandles(site.id, terms)}
        />
      ))}
      {others.length > 0 ? (
        <div class="row member-elsewhere">
          <div class="grow">
            <Select
              label={words.handleElsewhere}
              value={toAdd}
              options={[
                { value: '', label: words.chooseSite },
                ...others.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onValue={setElsewhere}
            />
          </div>
          <Button blocked={toAdd === '' ? words.siteFirst : null} onPress={add}>
            {words.addHandle}
          </Button>
        </div>
      ) : null}
      <ErrorNote text={saving.refused} />
      <div class="row row-end">
        <Button tone="quiet" onPress={close}>
          {optionsWords.cancel}
        </Button>
        <Button tone="main" isBusy={saving.isBusy} onPress={() => void save()}>
          {optionsWords.save}
        </Button>
      </div>
    </li>
  );
}

interface HandleFieldProps extends TagInputProps {
  /** Somebody has just asked for it. */
  takesFocus: boolean;
}

function HandleField({ takesFocus, ...field }: HandleFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.querySelector('input')?.focus();
  }, [takesFocus]);
  return (
    <div ref={box}>
      <TagInput {...field} />
    </div>
  );
}
