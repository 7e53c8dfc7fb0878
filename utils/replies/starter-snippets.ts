import type { NewEntry } from './import-library.ts';

/** The tag of every starter snippet, by which people find and delete them. */
export const PRACTICE_TAG = 'practice';

function toSnippet(id: string, snippet: Omit<NewEntry, 'id' | 'kind'>): NewEntry {
  const { tags, ...rest } = snippet;
  return { id: `practice:${id}`, kind: 'snippet', ...rest, tags: [PRACTICE_TAG, ...tags] };
}

/** Six snippets of the fictional kettle brand Acme, so that a newcomer sees a suggestion at once. */
export const starterSnippets: readonly NewEntry[] = [
  toSnippet('boil-dry-reset', {
    title: 'Boil-dry reset',
    question:
      'My kettle stopped working\nThe kettle switches off before the water boils\nIt turned itself off and does not heat anymore',
    text: 'Hi {name}, that sounds like the boil-dry protection. Please unplug the kettle, let it cool for ten minutes, fill it above the MIN mark and press the switch again. Did that bring it back?',
    tags: ['reset', 'power'],
  }),
  toSnippet('descale', {
    title: 'Limescale and white flakes',
    question:
      'White flakes in the water\nThe water tastes strange\nHow do I descale or clean the kettle\nThe kettle is slow and loud',
    text: 'Hi {name}, those white flakes are limescale: harmless, and easy to remove. Fill the kettle halfway with one part white vinegar and two parts water, boil it, leave it for an hour and rinse twice. Every four weeks keeps it quick and quiet.',
    tags: ['limescale', 'cleaning'],
  }),
  toSnippet('leak', {
    title: 'Leaking kettle',
    question: 'My kettle leaks\nWater drips from the bottom\nThere is a crack and it is leaking',
    text: 'Sorry about the puddle, {name}. Please stop using the kettle and unplug it. If you send us the number under the base in a private message, we will check the warranty and sort out a replacement.',
    tags: ['leak', 'warranty'],
  }),
  toSnippet('delivery', {
    title: 'Where is my order',
    question:
      'My order has not arrived\nWhere is my package, the delivery is late\nNo tracking for my parcel yet',
    text: 'Sorry for the wait, {name}. Please send us your order number in a private message, not here in public, and we will look up where the parcel is and write back today.',
    tags: ['delivery', 'order', 'parcel'],
  }),
  toSnippet('spare-parts', {
    title: 'Spare lid, filter or base',
    question:
      'Can I buy a new lid\nWhere can I get a replacement filter\nThe base is lost, do you sell spare parts',
    text: 'Good news, {name}: lids, filters and bases can be bought on their own. Tell us the model (it is printed under the base) and we will send you the link to the right part.',
    tags: ['spare parts', 'filter', 'lid'],
  }),
  toSnippet('praise', {
    title: 'Thanks for praise',
    question:
      'I love my new kettle\nBest kettle ever, thank you\nGreat service, I am so happy with the kettle',
    text: 'Thank you, {name}, this made our day. We have passed it on to the people who build the kettles. Enjoy every cup.',
    tags: ['praise', 'thanks'],
  }),
];
