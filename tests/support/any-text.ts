import * as fc from 'fast-check';

/**
 * Any text a page could hold, halves of surrogate pairs included. `fc.string({ unit: 'binary' })` does the same but
 * takes seconds to begin.
 */
export function anyText(maxLength = 60): fc.Arbitrary<string> {
  const units = fc.array(fc.nat(0xffff), { maxLength });
  return units.map((codes) => String.fromCharCode(...codes));
}
