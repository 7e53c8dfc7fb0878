import { useState } from 'preact/hooks';
import type { Attempt } from '#components/ui/attempt.ts';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { Brand } from '#utils/model/brand.ts';
import { BrandFields, BrandMoreFields } from './BrandFields.tsx';
import type { TryMatch } from './options-props.ts';
import { TryBox } from './TryBox.tsx';
import { brandWords, optionsWords as words } from './words.ts';

export interface BrandFormProps {
  /** What editing begins with; later changes of it are not taken over. */
  brand: Brand;
  tryMatch: TryMatch;
  onSave: Attempt<[brand: Brand]>;
  onClose: () => void;
}

/** Edits one brand beside a sentence that shows at once what the change does. */
export function BrandForm({ brand, tryMatch, onSave, onClose }: BrandFormProps) {
  const [edited, setEdited] = useState(brand);
  const [isNameMissing, setNameMissing] = useState(false);
  const saving = useAttempt(onSave);
  const save = async () => {
    const name = edited.name.trim();
    setNameMissing(name === '');
    if (name !== '' && (await saving.run({ ...edited, name }))) onClose();
  };
  return (
    <form
      class="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <BrandFields brand={edited} onBrand={setEdited} />
      <BrandMoreFields brand={edited} onBrand={setEdited} />
      <TryBox brand={edited} tryMatch={tryMatch} />
      <ErrorNote text={isNameMissing ? brandWords.needsName : saving.refused} />
      <div class="row row-end">
        <Button tone="quiet" onPress={onClose}>
          {words.cancel}
        </Button>
        <Button tone="main" type="submit" isBusy={saving.isBusy}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
