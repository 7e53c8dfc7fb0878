import { expect, it } from 'vitest';
import { isThanks } from './thanks.ts';

it.each([
  'Thanks!',
  'That did it, thank you so much',
  'Vielen Dank, läuft wieder',
  'merci beaucoup',
  'Muchas gracias',
  'obrigada pela ajuda',
  'ありがとうございます',
  'thx',
])('takes %j for thanks', (text) => {
  expect(isThanks(text)).toBe(true);
});

it.each([
  'Thanks for nothing',
  'No thanks',
  'Thanks, but it still leaks',
  'Danke, aber es geht nicht',
  'It is broken again',
  'A thankless task',
  'party tonight',
  '',
])('does not take %j for thanks', (text) => {
  expect(isThanks(text)).toBe(false);
});
