import { expect, test } from 'vitest';
import { aDraftContext } from '#tests/support/a-draft-context.ts';
import { checkWrongLanguage } from './wrong-language.ts';

const POST = 'Mein Kessel ist kaputt, was kann ich tun?';
const DRAFT = 'Please hold the lid for three seconds.';
const message = (draft: string, languages: Record<string, string | null>) =>
  checkWrongLanguage(
    draft,
    aDraftContext({
      post: { text: POST, handle: '@ada_example' },
      languageOf: (text) => languages[text] ?? null,
    }),
  )?.message;

test('names both languages', () => {
  expect(message(DRAFT, { [POST]: 'de', [DRAFT]: 'en' })).toContain(
    'writes German, the draft is English',
  );
});

test('takes a variant for the same language', () => {
  expect(message(DRAFT, { [POST]: 'en-GB', [DRAFT]: 'en-US' })).toBeUndefined();
});

test('is silent where a language is not known', () => {
  expect(message(DRAFT, { [POST]: 'de', [DRAFT]: null })).toBeUndefined();
});

test('is silent about short drafts, whose language is a guess', () => {
  expect(message('Hold the lid', { [POST]: 'de', 'Hold the lid': 'en' })).toBeUndefined();
});

test('asks without handles and addresses', () => {
  const draft = `@ada_example ${DRAFT} https://acme.example`;
  expect(message(draft, { [POST]: 'de', [DRAFT]: 'en' })).toContain('German');
});
