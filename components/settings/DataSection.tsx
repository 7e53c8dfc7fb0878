import { EraseBox } from './EraseBox.tsx';
import { accessWords as words } from './access-words.ts';
import type { DataSectionProps } from './options-props.ts';
import { RetentionBox } from './RetentionBox.tsx';

/** How long things are kept, erasing on request, and what leaving removes. */
export function DataSection(props: DataSectionProps) {
  const { role } = props;
  return (
    <div class="stack">
      <RetentionBox
        days={props.retentionDays}
        trouble={props.trouble}
        canChange={role === 'owner'}
        onSave={props.onSaveRetention}
      />
      {role === 'member' ? null : (
        <EraseBox sites={props.sites} onFind={props.onFindErasable} onErase={props.onErase} />
      )}
      <section class="stack">
        <h3>{words.wipe}</h3>
        <p>{words.wipeText}</p>
      </section>
    </div>
  );
}
