import type { StoredCounts, StoredKind } from './options-props.ts';
import { accessWords as words } from './access-words.ts';

interface KeptListProps {
  /** Null while they are counted. */
  counts: StoredCounts | null;
  /** Days that threads are kept; null: not known, or nobody removes them. */
  retentionDays: number | null;
  hasTeam: boolean;
}

const kinds = Object.keys(words.kept.what) as StoredKind[];

/** What is stored, where, for how long, and how much of it is here. */
export function KeptList({ counts, retentionDays, hasTeam }: KeptListProps) {
  return (
    <section class="stack">
      <h3>{words.kept.title}</h3>
      <p>{hasTeam ? words.kept.intro : words.kept.introAlone}</p>
      <table class="kept">
        <thead>
          <tr>
            <th scope="col">{words.kept.columns.what}</th>
            <th scope="col">{words.kept.columns.until}</th>
            <th scope="col">{words.kept.columns.here}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                {words.kept.what[kind]}
                <span class="hint">{words.kept.where[kind](hasTeam)}</span>
              </th>
              <td>{words.kept.until[kind](hasTeam ? retentionDays : null, hasTeam)}</td>
              <td>{counts === null ? '…' : counts[kind].toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">{words.kept.never}</p>
    </section>
  );
}
