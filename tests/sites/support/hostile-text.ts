import * as fc from 'fast-check';

// prettier-ignore
const PIECES = [
  'a',
  'Acme',
  '@',
  '/',
  '<b>',
  '&amp;',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '\u00A0',
  '\u2028',
  '\u0000',
  '\u0007',
  '\u200B',
  '\u200C',
  '\u200D',
  '\u202E',
  '\uFEFF',
  '\uD83E',
  '\uDD8A',
  '🦊',
  '👩‍🚀',
  'é',
  'e\u0301',
  'می',
];

/** Text that nobody types by accident: halves of characters, marks without width, controls; up to 40,000 long. */
export const hostileText: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.constantFrom(...PIECES)), fc.constantFrom(1, 1, 1, 1_000))
  .map(([pieces, times]) => pieces.join('').repeat(times));
