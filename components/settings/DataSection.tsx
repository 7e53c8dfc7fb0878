import { EraseBox } from './EraseBox.tsx';
import { accessWords as words } from './access-words.ts';
import type { DataSectionProps } from './options-props.ts';
import { KeptList } from './KeptList.tsx';
import { PersonBox } from './PersonBox.tsx';
import { RetentionBox } from './RetentionBox.tsx';

/** What is kept and how long, what there is of a person, erasing on request, and what leaving removes. */
export function DataSection(props: DataSectionProps) {
  const { role, hasTeam } = props;
  return (
    <div class="stack">
      <KeptList counts={props.stored} retentionDays={props.retentionDays} hasTeam={props.hasTeam} />
      {hasTeam ? (
        <RetentionBox
          days={props.retentionDays}
          trouble={props.trouble}
          canChange={role === 'owner'}
          onSave={props.onSaveRetention}
        />
      ) : null}
      {role === 'member' ? null : <PersonBox sites={props.sites} onFind={props.onFindPerson} />}
      {role === 'member' || !hasTeam ? null : (
        <EraseBox sites={props.sites} onFind={props.onFindErasable} onErase={props.onErase} />
      )}
      {hasTeam ? (
        <section class="stack">
          <h3>{words.wipe}</h3>
          <p>{words.wipeText}</p>
        </section>
      ) : null}
    </div>
  );
}
