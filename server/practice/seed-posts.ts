/** Which kind of box a post's Reply button opens; null: no Reply button. */
export type EditorKind = 'plain' | 'editable' | 'rich';

/** A post that stands on the practice page from the start. */
export interface SeedPost {
  id: string;
  author: string;
  minutesAgo: number;
  paragraphs: readonly string[];
  editor: EditorKind | null;
}

/** The brand of the posts below; the page may put another name in its place. */
export const SEED_BRAND = 'Acme';

export const threadTitle = 'Kettle keeps boiling and will not switch off';

/** A question, then praise, a complaint, something else altogether, an "acme" that may be no brand, and a hint. */
export const seedPosts: readonly [SeedPost, ...SeedPost[]] = [
  {
    id: '1',
    author: 'lena_k',
    minutesAgo: 134,
    editor: 'plain',
    paragraphs: [
      'My Acme kettle (the 1.7 l steel one, bought in spring) has stopped switching itself off. It just boils on until I lift it from the base. The lid closes properly and I descaled it last week.',
      'Is there something I can try before I send it back? I would rather keep it.',
    ],
  },
  {
    id: '2',
    author: 'tomas.w',
    minutesAgo: 117,
    editor: 'rich',
    paragraphs: [
      'No help with the switch, sorry, but I have to say it somewhere: ours fell down the cellar stairs in March, and Acme sent us a new lid by the next day, free, with a handwritten card. My daughter still has the card on her wall. Best kettle people there are.',
    ],
  },
  {
    id: '3',
    author: 'm_okafor',
    minutesAgo: 92,
    editor: 'editable',
    paragraphs: [
      'I wish I could say the same. Second Acme kettle with a broken lid hinge in one year, two mails to support, three weeks, no answer at all. What does one have to do to get a hinge from you?',
    ],
  },
  {
    id: '4',
    author: 'priya_reads',
    minutesAgo: 61,
    editor: null,
    paragraphs: [
      'Off topic: does anybody know where to find loose green tea that is not all dust? The shop at the station has closed.',
    ],
  },
  {
    id: '5',
    author: 'joss',
    minutesAgo: 38,
    editor: null,
    paragraphs: [
      'That whistling pot my grandmother had was the acme of kettles. One spout, no base, no switch to break. They should make those again.',
    ],
  },
  {
    id: '6',
    author: 'two_sugars',
    minutesAgo: 12,
    editor: null,
    paragraphs: [
      '@lena_k did you look whether there is scale on the small steam hole at the top of the handle? On mine that was it.',
    ],
  },
];
