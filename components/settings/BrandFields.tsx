import { Field } from '#components/ui/Field.tsx';
import { TagInput } from '#components/ui/TagInput.tsx';
import type { Brand } from '#utils/model/brand.ts';
import { brandWords as words } from './words.ts';

export interface BrandFieldsProps {
  brand: Brand;
  onBrand: (brand: Brand) => void;
}

/** Name, spellings and handles: what nearly every brand needs. */
export function BrandFields({ brand, onBrand }: BrandFieldsProps) {
  const change = (part: Partial<Brand>) => onBrand({ ...brand, ...part });
  return (
    <>
      <Field
        label={words.name}
        value={brand.name}
        maxLength={100}
        isRequired
        onValue={(name) => change({ name })}
      />
      <TagInput
        label={words.names}
        hint={words.addHint}
        terms={brand.names}
        onTerms={(names) => change({ names })}
      />
      <TagInput
        label={words.handles}
        prefix="@"
        placeholder="@acmecare"
        terms={brand.handles}
        maxTerms={50}
        clean={(term) => term.replace(/^@+/, '')}
        onTerms={(handles) => change({ handles })}
      />
    </>
  );
}

/** Domains, and the words that decide about ambiguous names. */
export function BrandMoreFields({ brand, onBrand }: BrandFieldsProps) {
  const change = (part: Partial<Brand>) => onBrand({ ...brand, ...part });
  return (
    <>
      <TagInput
        label={words.domains}
        hint={words.domainsHint}
        placeholder="acme.example"
        terms={brand.domains}
        maxTerms={50}
        clean={(term) => term.replace(/^https?:\/\//i, '').replace(/\/.*$/, '')}
        onTerms={(domains) => change({ domains })}
      />
      <TagInput
        label={words.excluded}
        hint={words.excludedHint}
        terms={brand.excludedWords}
        onTerms={(excludedWords) => change({ excludedWords })}
      />
      <TagInput
        label={words.context}
        hint={words.contextHint}
        terms={brand.contextWords}
        onTerms={(contextWords) => change({ contextWords })}
      />
    </>
  );
}
