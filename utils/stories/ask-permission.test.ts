import { describe, expect, it } from 'vitest';
import { aStory } from '#tests/support/builders.ts';
import { canAskIn, findAnswer, readConsent, toPermissionRequest } from './ask-permission.ts';

describe('asking for permission', () => {
  it.each(['en', 'de', 'fr', 'es', 'pt-BR', 'it', 'nl'])('is done in %s, by name', (lang) => {
    const text = toPermissionRequest({ lang, name: 'Lena', brand: 'Acme' });
    expect(canAskIn(lang)).toBe(true);
    expect(text).toContain(', Lena,');
    expect(text).toContain('Acme');
    // What is asked for is not what is answered.
    expect(text.length).toBeLessThan(280);
  });

  it('has no gap where the name is not known, and is English elsewhere', () => {
    const text = toPermissionRequest({ lang: 'xx', name: '', brand: 'Acme' });
    expect(text).toMatch(/^Thank you, that made our day\./u);
    expect(canAskIn('xx')).toBe(false);
  });
});

describe('an answer', () => {
  it.each([
    ['Yes, go ahead!', 'en', 'granted'],
    ['Sure, no problem', 'en', 'granted'],
    ['No, please don’t', 'en', 'declined'],
    ['yes but no photos please', 'en', 'declined'],
    ['Klar, gerne', 'de', 'granted'],
    ['Lieber nicht', 'de', 'declined'],
    ['Bien sûr', 'fr', 'granted'],
    ['sí, adelante', 'es', 'granted'],
    ['Sure', 'de', 'granted'],
    ['Nein danke', 'de', 'declined'],
    ['The kettle is great', 'en', null],
    ['Nobody knows', 'en', null],
    ['', 'en', null],
  ])('%j in %s is %s', (answer, lang, said) => {
    expect(readConsent(answer, lang)).toBe(said);
  });

  it('is the customer’s newest word since they were asked', () => {
    const part = { handle: 'lena', permalink: null };
    const arc = [
      { ...part, id: 'x:2', from: 'customer', text: 'Before', at: 5 },
      { ...part, id: 'x:3', from: 'team', text: 'May we?', at: 10 },
      { ...part, id: 'x:4', from: 'customer', text: 'Sure', at: 20 },
    ] as const;
    const asked = { state: 'asked', by: 'ana', at: 11 } as const;
    const story = aStory({ permission: 'asked', consent: [asked], arc: [...arc] });
    expect(findAnswer(story)?.text).toBe('Sure');
    expect(findAnswer({ ...story, arc: [arc[0]] })).toBeNull();
    expect(findAnswer({ ...story, permission: 'granted' })).toBeNull();
  });
});
