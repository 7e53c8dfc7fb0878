import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Field } from '#components/ui/Field.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { SitesSectionProps } from './options-props.ts';
import { ReadingPart } from './ReadingPart.tsx';
import { SiteTiles } from './SiteTiles.tsx';
import { optionsWords, siteWords as words } from './words.ts';

/** Which sites are read, and how Hearback shows itself there. */
export function SitesSection(props: SitesSectionProps) {
  const [address, setAddress] = useState('');
  const adding = useAttempt(props.onAddOrigin);
  const removal = useAttempt(props.onRemoveOrigin);
  const add = async () => {
    if (address.trim() !== '' && (await adding.run(address.trim()))) setAddress('');
  };
  return (
    <div class="stack">
      <p>{words.intro}</p>
      <SiteTiles sites={props.sites} onSite={props.onSite} onMode={props.onMode} />
      <section class="stack site-group" aria-label={words.others}>
        <h3>{words.others}</h3>
        <p class="hint">{words.othersText}</p>
        <ul class="stack">
          {props.origins.map((origin) => (
            <li class="row" key={origin}>
              <code class="grow">{origin}</code>
              <Button tone="quiet" onPress={() => void removal.run(origin)}>
                {optionsWords.remove}
              </Button>
            </li>
          ))}
        </ul>
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Field
            label={words.address}
            placeholder={words.addressPlaceholder}
            value={address}
            onValue={setAddress}
          />
          <ErrorNote text={adding.refused ?? removal.refused} />
          <div>
            <Button type="submit" isBusy={adding.isBusy}>
              {words.add}
            </Button>
          </div>
        </form>
      </section>
      <ReadingPart {...props.reading} />
    </div>
  );
}
