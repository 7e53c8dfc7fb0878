import { describe, expect, test } from 'vitest';
import { aDraftContext } from '#tests/support/a-draft-context.ts';
import { checkEmptyPhrases } from './empty-phrases.ts';

describe('checkEmptyPhrases', () => {
  test.each([
    'Hi Ada, we apologize for any inconvenience. We appreciate your patience.',
    'Ihre Zufriedenheit ist uns sehr wichtig. Vielen Dank für Ihr Verständnis.',
    'Lamentamos los inconvenientes. Gracias por su paciencia.',
    'Veuillez nous excuser pour la gêne occasionnée. Merci de votre compréhension.',
    'Lamentamos os transtornos causados. Agradecemos a sua compreensão.',
    'ご不便をおかけして大変申し訳ございません。ご理解のほどよろしくお願いいたします。',
  ])('notices %s', (draft) => {
    expect(checkEmptyPhrases(draft, aDraftContext())?.level).toBe('notice');
  });

  test.each([
    'We sincerely apologize for any inconvenience this may have caused you. Hold the lid for three seconds, then pour the water out and start again; the light turns green.',
    'Thank you for your patience!',
    'Hold the lid for three seconds.',
  ])('is silent about %s', (draft) => {
    expect(checkEmptyPhrases(draft, aDraftContext())).toBeNull();
  });
});
