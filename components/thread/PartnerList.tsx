import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import type { Partner } from '#utils/model/partner.ts';
import { threadWords as words } from './words.ts';

/** Fewer are seen at one glance. */
const FIND_FROM = 6;

interface PartnerListProps {
  partners: readonly Partner[];
  onTake: (partner: Partner) => void;
}

/** Who outside the company can help; the chosen one goes into the answer. */
export function PartnerList({ partners, onTake }: PartnerListProps) {
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLocaleLowerCase();
  const shown = partners.filter(({ name, helpsWith }) =>
    `${name}\n${helpsWith}`.toLocaleLowerCase().includes(wanted),
  );
  return (
    <fieldset class="picker">
      <legend class="label">{words.partners}</legend>
      {partners.length < FIND_FROM ? null : (
        <Field label={words.findPartner} value={query} maxLength={100} onValue={setQuery} />
      )}
      {shown.length === 0 ? <p class="hint">{words.noPartner}</p> : null}
      {shown.map((partner) => (
        <div class="row" key={partner.id}>
          <span class="grow">
            <bdi>{partner.name}</bdi>
            {partner.helpsWith === '' ? null : <span class="hint"> {partner.helpsWith}</span>}
          </span>
          <Button label={words.takePartner(partner.name)} onPress={() => onTake(partner)}>
            {words.intoAnswer}
          </Button>
        </div>
      ))}
    </fieldset>
  );
}
