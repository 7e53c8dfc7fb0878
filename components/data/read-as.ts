import type { ReadAs } from '#components/settings/guide-props.ts';
import { personalize } from '#utils/voice/personalize.ts';

/** Whoever writes in the example. */
const CUSTOMER = { name: 'Lena', handle: '@lena_k' };

/** Reads an answer as the background would fit it, signed by `me`. */
export function createReadAs(brand: string, me: string): ReadAs {
  return (answer, post, guide) => {
    const values = { ...CUSTOMER, brand, me };
    const { text, changes } = personalize(answer, { post: { text: post }, guide, values });
    return { text, changes: changes.map(({ reason }) => reason) };
  };
}
