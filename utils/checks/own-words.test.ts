import { describe, expect, test } from 'vitest';
import { aDraftContext } from '#tests/support/a-draft-context.ts';
import { checkOwnWords } from './own-words.ts';
import { prepareReplies } from './same-text.ts';
import { toServiceWords } from './service-words.ts';

const POST =
  'The lid of my Acme kettle leaks since Tuesday, water runs over the whole kitchen counter and drips down';
const CANNED =
  'Hi Ada, we are truly sorry for the inconvenience. We appreciate your feedback and will share it with our team. ^BC';
const context = (text = POST, language: string | null = 'en') =>
  aDraftContext({
    post: { text, handle: '@ada_example', name: 'Ada Example' },
    languageOf: () => language,
  });
const id = (draft: string, ...about: Parameters<typeof context>) =>
  checkOwnWords(draft, context(...about))?.id;

describe('checkOwnWords', () => {
  test('notices a draft that could be said to anybody', () => {
    expect(id(CANNED)).toBe('own-words');
  });

  test('takes another form of a word for the word', () => {
    expect(id(`${CANNED} Regarding lids`)).toBeUndefined();
    expect(id(`${CANNED} That leaking is not fine`)).toBeUndefined();
  });

  test('lets be what names the thing in words of its own', () => {
    expect(id(`${CANNED} A new seal is on its way`)).toBeUndefined();
  });

  test('lets be what asks', () => {
    expect(id(`${CANNED} Would you write to us?`)).toBeUndefined();
  });

  test('does not count the brand and common words as the customer’s', () => {
    expect(id(`${CANNED} And all of Acme`)).toBe('own-words');
  });

  test('says nothing of short posts and short drafts', () => {
    expect(id(CANNED, 'My lid leaks')).toBeUndefined();
    expect(id('We are truly sorry for that and appreciate it.')).toBeUndefined();
  });

  test('says nothing where somebody of ours has answered before', () => {
    const recent = prepareReplies([{ threadId: 't1', text: 'Which kettle is it?', at: 0 }]);
    expect(checkOwnWords(CANNED, { ...context(), recent })).toBeNull();
    const elsewhere = prepareReplies([{ threadId: 't2', text: 'Which kettle is it?', at: 0 }]);
    expect(checkOwnWords(CANNED, { ...context(), recent: elsewhere })?.id).toBe('own-words');
  });

  test('says nothing across languages, nor where it is unsure', () => {
    const languageOf = (text: string) => (text === POST ? 'de' : 'en');
    expect(checkOwnWords(CANNED, { ...context(), languageOf })).toBeNull();
    expect(id(CANNED, POST, null)).toBeUndefined();
    expect(id(CANNED, POST, 'ja')).toBeUndefined();
  });

  test.each([
    [
      'de-AT',
      'Der Deckel von meinem Wasserkocher tropft seit Dienstag, die ganze Küche steht unter Wasser',
      'Hallo Ada, es tut uns sehr leid. Vielen Dank für die Rückmeldung, wir geben sie an unsere Kollegen weiter.',
    ],
    [
      'fr',
      'Le couvercle de ma bouilloire fuit depuis mardi, toute la cuisine est mouillée et le sol glisse',
      'Bonjour Ada, nous sommes désolés pour ce désagrément. Merci de votre retour, nous le partageons avec nos équipes.',
    ],
    [
      'es',
      'La tapa de mi hervidor gotea desde el martes, toda la cocina mojada y el suelo resbala mucho',
      'Hola Ada, lamentamos las molestias. Agradecemos tu comentario y lo compartimos con nuestro equipo para mejorar el servicio.',
    ],
  ])('knows what is said to anybody in %s', (language, post, draft) => {
    expect(id(draft, post, language)).toBe('own-words');
  });

  test('lists nothing for a language that nobody has listed', () => {
    expect(toServiceWords('ja')).toBeNull();
    expect(toServiceWords('constructor')).toBeNull();
  });
});
