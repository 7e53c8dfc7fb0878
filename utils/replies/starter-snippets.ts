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
  toSnippet('keeps-boiling', {
    title: 'Keeps boiling',
    question:
      'The kettle keeps boiling and boiling\nIt just boils on until I lift it from the base\nIt does not stop when the water is hot',
    text: 'Hi {name}, that is nearly always the small steam hole at the top of the handle: scale closes it, and the switch never feels the steam. With the kettle cold and unplugged, wipe it with a cloth and warm vinegar, close the lid firmly and boil one liter. If it still runs on, we replace it.',
    tags: ['switch', 'steam'],
  }),
  toSnippet('broken-part', {
    title: 'Broken hinge or lid',
    question:
      'The lid hinge is broken\nSecond kettle with a broken hinge and no answer from support\nI wrote to support and nobody answers',
    text: 'You should not have had to ask twice, {name}, and I am sorry. Send us your address in a private message, not here in public, and a new hinge goes out tomorrow, free.',
    tags: ['hinge', 'warranty'],
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
