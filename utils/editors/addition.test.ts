import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAddition, toLines } from './addition.ts';

describe('what goes into a box', () => {
  it('is the text alone when the box is empty', () => {
    expect(toAddition('', 'Hello', false)).toEqual({
      text: 'Hello',
      expected: 'Hello',
      replaces: false,
    });
  });

  it('takes the place of white space', () => {
    expect(toAddition(' \n', 'Hello', false)).toMatchObject({ expected: 'Hello', replaces: true });
  });

  it.each([
    ['@ada_example ', '@ada_example Hello'],
    ['@ada_example', '@ada_example Hello'],
    ['@ada@social.example @bo ', '@ada@social.example @bo Hello'],
  ])('stands behind the mentions %j', (before, expected) => {
    expect(toAddition(before, 'Hello', false)?.expected).toBe(expected);
  });

  it('stands on a new line below a draft', () => {
    expect(toAddition('@ada my draft', 'Hello', false)?.expected).toBe('@ada my draft\nHello');
  });

  it('uses the empty line that a draft ends with', () => {
    expect(toAddition('My draft\n', 'Hello', false)?.text).toBe('Hello');
  });

  it('keeps the mentions in front when it replaces a draft', () => {
    const addition = toAddition('@ada my draft', 'Hello', true);
    expect(addition).toMatchObject({ text: '@ada Hello', replaces: true });
  });

  it('does not repeat a mention that the text begins with', () => {
    expect(toAddition('@ada my draft', '@ada Hello', true)?.expected).toBe('@ada Hello');
  });

  it.each(['Hello', '@ada Hello', 'My draft\nHello', 'Hello \u00A0\n'])(
    'is nothing when the box holds it already: %j',
    (before) => {
      expect(toAddition(before, 'Hello', false)).toBeNull();
    },
  );

  it('is not taken for there because a word ends like it', () => {
    expect(toAddition('Othello', 'hello', false)?.expected).toBe('Othello\nhello');
  });

  it('becomes one line for a box of one line', () => {
    expect(toAddition('My draft', 'Hello\n\nAda', false, ' ')?.expected).toBe('My draft Hello Ada');
  });

  it('keeps all that stood in the box unless it replaces', () => {
    const keeps = property(string(), string({ minLength: 1 }), (before, text) => {
      const after = toAddition(before, text, false)?.expected ?? before;
      expect(toLines(after)).toContain(toLines(before));
    });
    expect(() => assert(keeps)).not.toThrow();
  });

  it('is never added a second time', () => {
    const once = property(string(), string({ minLength: 1 }), (before, text) => {
      const after = toAddition(before, text, false)?.expected ?? before;
      expect(toAddition(after, text, false)).toBeNull();
    });
    expect(() => assert(once)).not.toThrow();
  });
});
