import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Confirm } from '#components/ui/Confirm.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { Brand } from '#utils/model/brand.ts';
import { BrandForm } from './BrandForm.tsx';
import type { BrandsSectionProps } from './options-props.ts';
import { brandWords as words, optionsWords } from './words.ts';

/** The team's brands: list, edit, remove. */
export function BrandsSection({ brands, newId, tryMatch, onSave, onRemove }: BrandsSectionProps) {
  const [edited, setEdited] = useState<Brand | null>(null);
  const [asked, setAsked] = useState<Brand | null>(null);
  const removal = useAttempt(onRemove);
  if (brands === null) return <Spinner />;
  const form = (brand: Brand) => (
    <BrandForm
      key={brand.id}
      brand={brand}
      tryMatch={tryMatch}
      onSave={onSave}
      onClose={() => setEdited(null)}
    />
  );
  const isNew = edited !== null && brands.every((brand) => brand.id !== edited.id);
  return (
    <div class="stack">
      <p>{words.intro}</p>
      <ErrorNote text={removal.refused} />
      {brands.length === 0 && edited === null ? (
        <EmptyState title={words.none} text={words.noneText} />
      ) : null}
      {brands.map((brand) =>
        edited?.id === brand.id ? (
          form(edited)
        ) : (
          <div class="card row" key={brand.id}>
            <div class="grow">
              <h3 dir="auto">{brand.name}</h3>
              <p class="hint clamp">{toSummary(brand)}</p>
            </div>
            <Button onPress={() => setEdited(brand)}>{optionsWords.edit}</Button>
            <Button tone="quiet" onPress={() => setAsked(brand)}>
              {optionsWords.remove}
            </Button>
          </div>
        ),
      )}
      {isNew ? form(edited) : null}
      {edited === null ? (
        <div>
          <Button tone="main" onPress={() => setEdited(toEmptyBrand(newId()))}>
            {words.add}
          </Button>
        </div>
      ) : null}
      {asked === null ? null : (
        <Confirm
          title={words.removeTitle(asked.name)}
          text={words.removeText}
          act={optionsWords.remove}
          isBusy={removal.isBusy}
          onConfirm={() => void removal.run(asked.id).then(() => setAsked(null))}
          onCancel={() => setAsked(null)}
        />
      )}
    </div>
  );
}

function toSummary({ names, handles, domains }: Brand): string {
  return [...names, ...handles.map((handle) => `@${handle}`), ...domains].join(', ');
}

function toEmptyBrand(id: string): Brand {
  const none: string[] = [];
  return {
    id,
    name: '',
    names: none,
    handles: none,
    domains: none,
    excludedWords: none,
    contextWords: none,
  };
}
