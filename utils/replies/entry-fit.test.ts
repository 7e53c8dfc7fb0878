import { describe, expect, test } from 'vitest';
import { aLibraryEntry } from '#tests/support/builders.ts';
import { toFitWeight } from './entry-fit.ts';

const fit = (overrides: object, asker: object = {}) =>
  toFitWeight(aLibraryEntry({ id: 'x:1', kind: 'reply', ...overrides }), 'x', asker);

describe('how far an entry fits', () => {
  test.each([
    ['a retired one', { state: 'retired' }, {}],
    ['one that waits for a lead', { state: 'proposed', memberId: 'ana' }, { memberId: 'bo' }],
    ['one that waits, of nobody', { state: 'proposed', memberId: null }, {}],
    ['one in another language', { lang: 'de-AT' }, { lang: 'en' }],
  ])('%s is not suggested', (_, entry, asker) => {
    expect(fit(entry, asker)).toBe(0);
  });

  test.each([
    ['one that waits, to its author', { state: 'proposed', memberId: 'bo' }, { memberId: 'bo' }],
    ['one in the same language', { lang: 'de-AT' }, { lang: 'de' }],
    ['one of unknown language', {}, { lang: 'de' }],
    ['one where the language is unsure', { lang: 'de' }, { lang: null }],
    ['one of the same brand', { brandId: 'acme' }, { brandId: 'acme' }],
  ])('%s fits wholly', (_, entry, asker) => {
    expect(fit(entry, asker)).toBe(1);
  });

  test('what was said elsewhere, or for another brand, fits less', () => {
    expect(fit({ id: 'reddit:t1' })).toBeLessThan(1);
    expect(fit({ brandId: 'other' }, { brandId: 'acme' })).toBeLessThan(fit({ id: 'reddit:t1' }));
    expect(fit({ kind: 'snippet', id: 'snippet:1' })).toBe(1);
  });
});
