import { describe, expect, test } from 'vitest';
import { aDraftContext } from '#tests/support/a-draft-context.ts';
import { checkOwnWords } from './own-words.ts';

const POST =
  'The lid of my Acme kettle leaks since Tuesday, water runs over the whole kitchen counter and drips down';
const CANNED =
  'Acme regrets hearing about this experience, our colleagues continuously improve everything, kindly accept sincere apologies once again today';
const id = (draft: string, text = POST, languageOf: (text: string) => string | null = () => 'en') =>
  checkOwnWords(draft, aDraftContext({ post: { text, handle: '@ada_example' }, languageOf }))?.id;

describe('checkOwnWords', () => {
  test('notices a draft without a word of the customer', () => {
    expect(id(CANNED)).toBe('own-words');
  });

  test('takes another form of a word for the word', () => {
    expect(id(`${CANNED}, also regarding lids`)).toBeUndefined();
  });

  test('does not count the brand and common words as the customer’s', () => {
    expect(id(`${CANNED}, and of the Acme`)).toBe('own-words');
  });

  test('says nothing of short posts and short drafts', () => {
    expect(id(CANNED, 'My lid leaks')).toBeUndefined();
    expect(id('We regret that.')).toBeUndefined();
  });

  test('says nothing across languages', () => {
    expect(id(CANNED, POST, (text) => (text === POST ? 'en' : 'de'))).toBeUndefined();
    expect(id(CANNED, POST, () => null)).toBeUndefined();
  });

  test('works without spaces', () => {
    const post =
      '昨日買ったケトルのふたから水が漏れて、台所の床が濡れました。取っ手も熱くて、説明書には何も書いていません。';
    const canned =
      '貴重なご意見を誠にありがとうございます。担当部署へ共有し、今後のサービス向上に努力して参ります。引き続きよろしくお願い申し上げます。';
    expect(id(canned, post, () => 'ja')).toBe('own-words');
    expect(id(`ケトルについて、${canned}`, post, () => 'ja')).toBeUndefined();
  });
});
