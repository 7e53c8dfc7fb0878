import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aDraftContext } from '#tests/support/a-draft-context.ts';
import { anyText } from '#tests/support/any-text.ts';
import { DEFAULT_GUIDE } from '#utils/model/default-guide.ts';
import type { Check, TeamVoice } from './draft-check.ts';
import { checkGuideEmoji } from './guide-emoji.ts';
import { checkGuideFormality } from './guide-formality.ts';
import { checkGuideSignature } from './guide-signature.ts';
import { checkGuideWord } from './guide-word.ts';

const POST = 'My Acme kettle is broken';
/** What a check says under a guide. */
const say = (
  check: Check,
  draft: string,
  guide: Partial<TeamVoice['guide']>,
  { post = POST, isDecided = true, me = 'Mia Kern' } = {},
) =>
  check(
    draft,
    aDraftContext({
      post: { text: post, handle: '@ada_example' },
      voice: { guide: { ...DEFAULT_GUIDE, ...guide }, isDecided, me },
    }),
  );

describe('words of the guide', () => {
  const avoid = [{ word: 'guys', instead: 'everyone' }, { word: 'no problem' }, { word: '御社' }];

  test('names the word and what to say instead', () => {
    expect(say(checkGuideWord, 'Hi Guys, look here. Bye guys.', { avoid })).toEqual({
      id: 'guide-word',
      level: 'notice',
      message: '“Guys”: the team says “everyone” instead.',
      at: [
        { start: 3, end: 7 },
        { start: 24, end: 28 },
      ],
    });
    expect(say(checkGuideWord, 'No  problem at all.', { avoid })?.message).toBe(
      '“No  problem” is a word that the team does without: say it in another way.',
    );
    expect(say(checkGuideWord, 'A co-op (C++)', { avoid: [{ word: 'co-op' }] })).not.toBeNull();
    expect(say(checkGuideWord, 'A co-op (C++)', { avoid: [{ word: '(C++)' }] })).not.toBeNull();
    expect(say(checkGuideWord, 'これは御社の問題', { avoid })?.message).toContain('“御社”');
  });

  test.each(['The disguyse', 'See https://guys.example/guys', 'As @guys said', 'noproblem'])(
    'has nothing against %j',
    (draft) => {
      expect(say(checkGuideWord, draft, { avoid })).toBeNull();
    },
  );

  test.each([
    ['Open Acme Care.', 'AcmeCare'],
    ['Open acmecare.', 'AcmeCare'],
    ['You can signin.', 'sign in'],
    ['Send an email.', 'e-mail'],
  ])('%j is not how the team spells %j', (draft, word) => {
    expect(say(checkGuideWord, draft, { use: [word] })?.message).toBe(
      `The team spells it “${word}”.`,
    );
  });

  test.each([
    ['Open AcmeCare.', 'AcmeCare'],
    ['Sign in. SIGN IN.', 'sign in'],
    ['Happy to help.', 'happy to help'],
    ['We help.', 'happy to help'],
  ])('%j is well spelled for %j', (draft, word) => {
    expect(say(checkGuideWord, draft, { use: [word] })).toBeNull();
  });

  test('stands any words in any draft', () => {
    fc.assert(
      fc.property(anyText(), anyText(20), (draft, word) => {
        const found = say(checkGuideWord, `${draft} ${word}`, { avoid: [{ word }], use: [word] });
        for (const { start, end } of found?.at ?? []) expect(start).toBeLessThanOrEqual(end);
      }),
    );
  });
});

describe('formality of the guide', () => {
  const DU = 'Bitte schick uns deine Nummer, dann sind wir für dich da.';
  const SIE = 'Bitte schicken Sie uns die Nummer, dann sind wir für Sie da.';

  test.each([
    ['formal', DU, POST, 'The draft says “du”, the team’s guide wants “Sie”.'],
    ['informal', SIE, POST, 'The draft says “Sie”, the team’s guide wants “du”.'],
    [
      'formal',
      'hey, we are gonna look into it for you',
      POST,
      'The draft sounds informal, the team’s guide wants formal.',
    ],
    [
      'mirror',
      DU,
      'Können Sie mir bitte sagen, wie ich die Taste drücke?',
      'They write “Sie”, the draft says “du”: answer as they do.',
    ],
    [
      'mirror',
      SIE,
      'Kannst du mir bitte sagen, wie ich die Taste drücke?',
      'They write “du”, the draft says “Sie”: answer as they do.',
    ],
  ] as const)('%s: %s', (formality, draft, post, message) => {
    expect(say(checkGuideFormality, draft, { formality }, { post })?.message).toBe(message);
  });

  test.each([
    ['formal', SIE, POST],
    ['informal', DU, POST],
    ['mirror', DU, POST],
    ['mirror', DU, 'Kannst du mir bitte sagen, wie ich die Taste drücke?'],
    ['mirror', 'hey, we are gonna look into it for you', 'Dear Acme, I am writing to you'],
    ['formal', `${DU} ${SIE}`, POST],
  ] as const)('%s: nothing against %s', (formality, draft, post) => {
    expect(say(checkGuideFormality, draft, { formality }, { post })).toBeNull();
  });
});

describe('emoji of the guide', () => {
  test('are against it where it says never', () => {
    expect(say(checkGuideEmoji, 'Done 😊', { emoji: 'never' }, { post: 'It broke 😡' })).toEqual({
      id: 'guide-emoji',
      level: 'notice',
      message: 'The team’s guide does without emoji: leave them out.',
      at: [{ start: 5, end: 7 }],
    });
    expect(say(checkGuideEmoji, 'Done', { emoji: 'never' })).toBeNull();
  });

  test('are for those who use them', () => {
    expect(say(checkGuideEmoji, 'Done 😊', { emoji: 'mirror' })?.message).toContain(
      'They use no emoji',
    );
    expect(
      say(checkGuideEmoji, 'Done 😊', { emoji: 'mirror' }, { post: 'It broke 😡' }),
    ).toBeNull();
  });

  test('are free as long as no lead has decided', () => {
    expect(say(checkGuideEmoji, 'Done 😊', { emoji: 'mirror' }, { isDecided: false })).toBeNull();
  });
});

describe('the signature of the guide', () => {
  const signature = '^{me}';
  const draft = 'Please hold the button for five seconds.';

  test('is missed behind a finished answer', () => {
    expect(say(checkGuideSignature, draft, { signature })?.message).toBe(
      'Not signed yet: the team signs ^MK',
    );
  });

  test.each([`${draft} ^MK`, `${draft} ^mk\n`, `${draft} And then`, 'Hold it.'])(
    'is not missed in %j',
    (text) => {
      expect(say(checkGuideSignature, text, { signature })).toBeNull();
    },
  );

  test('is not missed where there is none, or nobody to sign', () => {
    expect(say(checkGuideSignature, draft, { signature: '' })).toBeNull();
    expect(say(checkGuideSignature, draft, { signature }, { me: '' })).toBeNull();
  });
});
