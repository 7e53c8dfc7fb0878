import type { AboutSectionProps } from './options-props.ts';
import { aboutWords as words, teamWords } from './words.ts';

/** Version, and what is stored where. */
export function AboutSection({ version, server }: AboutSectionProps) {
  return (
    <div class="stack">
      <p>{words.version(version)}</p>
      <h3>{words.where}</h3>
      <dl class="stack">
        {words.places.map(([place, what]) => (
          <div key={place}>
            <dt class="label">{place}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p>{server === null ? words.noServer : teamWords.serverAt(server)}</p>
      <p>{words.never}</p>
    </div>
  );
}
