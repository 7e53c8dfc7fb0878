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
import { cleanHandle, hasItsHost, isHosted } from '#utils/model/hosted-handle.ts';
import type { SiteId } from '#utils/model/site.ts';
import type { Member } from '#utils/model/team.ts';
import { handleWords } from './handle-words.ts';
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
  /** Sites that keep their field though no handle is left in it: it may have the focus. */
  const [added, setAdded] = useState<SiteId[]>([]);
  const [asked, setAsked] = useState<SiteId | null>(null);
  const saving = useAttempt(onSave);
  const open = () => {
    setEdited({ ...member, handles: member.handles });
    setAdded(member.handles.map(({ site }) => site));
  };
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
          {canEdit ? <Button onPress={open}>{optionsWords.edit}</Button> : null}
        </div>
        {props.children}
      </li>
    );
  }
  const setHandles = (site: SiteId, terms: string[]) => {
    const others = edited.handles.filter((one) => one.site !== site);
    setEdited({ ...edited, handles: [...others, ...terms.map((handle) => ({ site, handle }))] });
  };
  const hasField = ({ id, isOn }: (typeof sites)[number]) => isOn || added.includes(id);
  const others = sites.filter((site) => !hasField(site));
  const toAdd = others.find(({ id }) => id === elsewhere)?.id ?? '';
  const add = () => {
    if (toAdd !== '') {
      setAdded([...added, toAdd]);
      setAsked(toAdd);
    }
    setElsewhere('');
  };
  const close = () => {
    setEdited(null);
    setAdded([]);
    setAsked(null);
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
          site={site.id}
          takesFocus={site.id === asked}
          label={words.handleOn(site.name)}
          terms={edited.handles.filter((one) => one.site === site.id).map((one) => one.handle)}
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

interface HandleFieldProps extends Pick<TagInputProps, 'label' | 'terms' | 'onTerms'> {
  site: SiteId;
  /** Somebody has just asked for it. */
  takesFocus: boolean;
}

function HandleField({ site, takesFocus, ...field }: HandleFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.querySelector('input')?.focus();
  }, [takesFocus]);
  // Such entries are left of before hosts were asked for, and count nowhere.
  const bare = field.terms.find((handle) => !hasItsHost({ site, handle }));
  const hint = bare === undefined ? handleWords.withHost : handleWords.hostMissing(bare);
  return (
    <div ref={box}>
      <TagInput
        {...field}
        {...(isHosted(site) ? { hint } : {})}
        prefix="@"
        clean={(term) => cleanHandle(site, term)}
      />
    </div>
  );
}
