import { panelWords as words } from './words.ts';

/** All keys and what they do. */
export function PanelHelp({
  keys = words.keys,
}: {
  keys?: readonly (readonly [string, string])[];
}) {
  return (
    <section class="panel-help" aria-label={words.help}>
      <dl>
        {keys.map(([key, does]) => (
          <div class="row" key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
