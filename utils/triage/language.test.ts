import { expect, test } from 'vitest';
import { readLanguage } from './language.ts';

test.each([
  ['My kettle keeps boiling after it should stop', 'en'],
  ['Der Wasserkocher geht nicht mehr aus, was soll ich tun?', 'de'],
  ['Ma bouilloire ne s’arrête pas, que dois-je faire ?', 'fr'],
  ['Mi hervidor no para, ¿qué puedo hacer?', 'es'],
  ['Minha chaleira não desliga, o que eu faço?', 'pt'],
  ['Il mio bollitore non si ferma, che cosa faccio?', 'it'],
  ['Mijn waterkoker gaat niet uit, wat moet ik nu doen?', 'nl'],
  ['電気ケトルが止まらない', 'ja'],
  ['주전자가 꺼지지 않아요', 'ko'],
  ['水壶停不下来', 'zh'],
  ['Чайник не выключается', 'ru'],
  ['Чайник не вимикається, що робити? Їх два', 'uk'],
  ['الغلاية لا تتوقف', 'ar'],
])('%s', (text, language) => {
  expect(readLanguage(text)).toBe(language);
});

test.each(['', '@acmecare 👍', 'Acme kettle', 'https://x.com/the/and/for', '#the #and #for #with'])(
  'does not guess: %s',
  (text) => expect(readLanguage(text)).toBeNull(),
);

test('a name in another script does not change it', () => {
  expect(readLanguage('I got this kettle from 茶 and it does not work as it should')).toBe('en');
});
