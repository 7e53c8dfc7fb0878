import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Select } from '#components/ui/Select.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import type { TypedSelectors } from './mend-edit.ts';
import { MendForm } from './MendForm.tsx';
import { MendVersions } from './MendVersions.tsx';
import type { MendingProps } from './reading-props.ts';
import { readingWords as words } from './reading-words.ts';

export interface MendBoxProps extends MendingProps {
  serverNow: number;
  names: Readonly<Record<string, string>>;
  /** Selectors that used to find something. */
  lost: string[];
}

/** Changing the selectors of a site: a page to try on, the selectors, the versions to go back to. */
export function MendBox(props: MendBoxProps) {
  const { name, pages, tabId, shipped, reading, trouble, teamSite } = props;
  const box = useRef<HTMLElement>(null);
  // What was typed is for the site and outlives the page that it is tried on. Null: as the team has it, also when a
  // teammate changes that meanwhile.
  const [typed, setTyped] = useState<TypedSelectors | null>(null);
  // Which fields are in sight is told by a page, and they must not jump: once there they stay.
  const isRead = tabId === null || reading !== null || trouble !== null;
  const [isOpen, setOpen] = useState(false);
  const canOpen = pages !== null && isRead;
  useEffect(() => {
    if (canOpen) setOpen(true);
  }, [canOpen]);
  // It stands below all tiles, and somebody has asked for it, perhaps in the panel.
  useEffect(() => box.current?.focus(), []);
  return (
    <section class="stack mend" ref={box} tabIndex={-1} aria-label={words.changeOf(name)}>
      {pages === null ? <Spinner /> : null}
      {pages?.length === 0 ? (
        <EmptyState title={words.noPage(name)} text={words.noPageText(name)}>
          <Button onPress={props.onFindPages}>{words.lookAgain}</Button>
        </EmptyState>
      ) : null}
      {pages !== null && pages.length > 0 ? (
        <div class="row mend-page">
          <div class="grow">
            <Select
              label={words.pageOf}
              value={String(tabId ?? '')}
              options={[
                ...(tabId === null ? [{ value: '', label: words.choose }] : []),
                ...pages.map((page) => ({
                  value: String(page.tabId),
                  label: words.page(page.host, page.title || words.untitled),
                })),
              ]}
              onValue={(value) => value !== '' && props.onPage(Number(value))}
            />
          </div>
          <Button onPress={props.onFindPages}>{words.lookAgain}</Button>
        </div>
      ) : null}
      <ErrorNote text={trouble} />
      {isRead ? null : <Spinner />}
      {shipped && (isOpen || canOpen) ? (
        <MendForm
          id={props.id}
          hasTeam={props.hasTeam}
          tabId={tabId}
          shipped={shipped}
          reading={reading}
          selectors={teamSite?.selectors ?? {}}
          lost={props.lost}
          typed={typed}
          onType={setTyped}
          onTry={props.onTry}
          onSave={props.onSave}
        />
      ) : null}
      {teamSite ? (
        <MendVersions
          name={name}
          hasTeam={props.hasTeam}
          teamSite={teamSite}
          serverNow={props.serverNow}
          names={props.names}
          onSave={props.onSave}
          onRemove={props.onRemove}
        />
      ) : null}
    </section>
  );
}
