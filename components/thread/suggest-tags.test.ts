import { expect, test } from 'vitest';
import { suggestTags } from './suggest-tags.ts';

const known = ['lid', 'Late delivery', 'kettle', 'Ärger', '!!'];

test.each([
  ['The LID of my kettle broke', [], ['lid', 'kettle']],
  ['The lid of my kettle broke', ['Kettle'], ['lid']],
  ['A late but kind delivery', [], ['Late delivery']],
  ['Late again', [], []],
  ['Nur ärger damit', [], ['Ärger']],
  ['lidless', [], []],
])('“%s” with %j suggests %j', (text, has, tags) => {
  expect(suggestTags(known, text, has)).toEqual(tags);
});

test('no more than five are offered', () => {
  const many = 'abcdefgh'.split('');
  expect(suggestTags(many, many.join(' '), [])).toHaveLength(5);
});
