import { describe, expect, test } from 'vitest';
import { personalize } from './personalize.ts';
import type { VoiceRules } from './voice.ts';

const mirror: VoiceRules = {
  formality: 'mirror',
  emoji: 'mirror',
  greeting: 'mirror',
  signature: '',
};
const values = { name: 'Lena', handle: '@lena_k', brand: 'Acme', me: 'Mia Kern' };
/** Says something, greets nobody, longer than one line. */
const PLAIN = `My kettle stopped boiling after two weeks. ${'It only blinks red when I switch it on. '.repeat(3)}`;
const ANSWER = 'Please hold the button for 5 seconds, and do not lift the lid.';

function of(text: string, post = PLAIN, guide: Partial<VoiceRules> = {}) {
  return personalize(text, { post: { text: post }, guide: { ...mirror, ...guide }, values });
}
const reasons = (...args: Parameters<typeof of>) => of(...args).changes.map(({ reason }) => reason);

describe('greeting', () => {
  test('greets back whoever greets', () => {
    expect(of(ANSWER, `Hi! ${PLAIN}`)).toEqual({
      text: 'Hi Lena, please hold the button for 5 seconds, and do not lift the lid.',
      changes: [{ kind: 'greeting', reason: 'Greets back, as they did' }],
    });
  });

  test.each([
    ['Halte bitte die Taste und öffne nicht den Deckel.', 'Hallo Lena! Halte bitte'],
    ['Bitte halten Sie die Taste und öffnen nicht den Deckel.', 'Hallo Lena, bitte halten Sie'],
    ['Mantén el botón pulsado y no abras la tapa.', 'Hola Lena. Mantén el'],
    ['Por favor, no abras la tapa y mantén el botón.', 'Hola Lena, por favor'],
    ['Veuillez ne pas ouvrir le couvercle avec les mains.', 'Bonjour Lena. Veuillez'],
    ['Não abra a tampa, por favor, os botões são da chaleira.', 'Olá Lena, não abra'],
    ['ふたを開けないでください。', 'こんにちは。ふたを'],
  ])('greets in the language of %s', (answer, begins) => {
    expect(of(answer, `Hello, ${PLAIN}`).text.startsWith(begins)).toBe(true);
  });

  test('takes a greeting off where the customer went straight in', () => {
    const made = of(`Hi Lena, ${ANSWER.toLowerCase()}`);
    expect(made.text).toBe('Please hold the button for 5 seconds, and do not lift the lid.');
    expect(made.changes).toEqual([
      { kind: 'greeting', reason: 'No greeting: they went straight in' },
    ]);
  });

  test.each(['Hi there! ', 'Hello Lena - ', 'Hey @lena_k, ', 'Good morning.\n\n', 'Hi Lena 👋 '])(
    'knows the end of %j',
    (greeting) => {
      expect(of(greeting + ANSWER).text).toBe(ANSWER);
    },
  );

  test.each(['Hello Ben, hold it.', 'Hi there is a fix.', 'Hi Lena and Ben, hold it.', 'Hi!'])(
    'leaves %j, whose greeting has no sure end',
    (text) => {
      expect(of(text).text).toBe(text);
    },
  );

  test('does not greet twice', () => {
    const text = 'Hello Ben, please hold the button.';
    expect(of(text, `Hi! ${PLAIN}`).text).toBe(text);
  });

  test('says what the guide wants before what the customer does', () => {
    expect(reasons(ANSWER, PLAIN, { greeting: 'always' })).toEqual(['Greets, team’s guide']);
    expect(reasons(`Hi Lena, ${ANSWER}`, `Hi! ${PLAIN}`, { greeting: 'never' })).toEqual([
      'No greeting, team’s guide',
    ]);
  });

  test('stands behind the handle that an answer begins with', () => {
    expect(of(`@lena_k ${ANSWER}`, `Hi! ${PLAIN}`).text).toMatch(/^@lena_k Hi, please hold/);
  });

  test('takes no handle for a name', () => {
    const made = personalize(ANSWER, {
      post: { text: `Hi! ${PLAIN}` },
      guide: mirror,
      values: { ...values, name: '@lena_k' },
    });
    expect(made.text).toMatch(/^Hi, please hold/);
  });

  test('keeps names and what is spelled large', () => {
    expect(of('Acme has a fix for you and it is free.', `Hi! ${PLAIN}`).text).toMatch(
      /^Hi Lena\. Acme/,
    );
    expect(of('I am on it, and you can have a new one.', `Hi! ${PLAIN}`).text).toMatch(
      /^Hi Lena\. I am/,
    );
    expect(of('Hi Lena, iPhones are the cause.').text).toBe('iPhones are the cause.');
  });
});

describe('emoji', () => {
  test.each([
    ['Thanks for telling us 😊 We are on it.', 'Thanks for telling us. We are on it.'],
    ['We are on it! 🙏🏽💚', 'We are on it!'],
    ['We are on it 😊!', 'We are on it!'],
    ['🎉 We are on it.', 'We are on it.'],
    ['We 😊 are on it.', 'We are on it.'],
    ['We 💗 Lena and her kettle!', 'We 💗 Lena and her kettle!'],
    ['We love it 💗', 'We love it'],
    ['Welcome aboard 😉 ✈', 'Welcome aboard'],
    ['It is on its way. ✈️', 'It is on its way.'],
    ['Welcome! 😊❤', 'Welcome!'],
    ['It is on its way. 🚀', 'It is on its way.'],
    ['It is on its way 👩‍🚒.', 'It is on its way 👩‍🚒.'],
    ['Tap the 🔔 to hear of it.', 'Tap the 🔔 to hear of it.'],
    ['1️⃣ Hold it. 2️⃣ Wait. Acme™ ©', '1️⃣ Hold it. 2️⃣ Wait. Acme™ ©'],
    ['😊', '😊'],
  ])('makes %j %j', (text, expected) => {
    expect(of(text).text).toBe(expected);
  });

  test('stay where the customer uses them, unless the guide says never', () => {
    expect(of('We are on it 😊', `${PLAIN} 😡`).text).toBe('We are on it 😊');
    expect(of('We are on it 😊', `${PLAIN} :(`).text).toBe('We are on it');
    expect(of('We are on it 😊', `${PLAIN} :)`).text).toBe('We are on it 😊');
    expect(of('We are on it 😊', `${PLAIN} 😡`, { emoji: 'never' })).toEqual({
      text: 'We are on it',
      changes: [{ kind: 'emoji', reason: 'No emoji, team’s guide' }],
    });
  });
});

describe('length', () => {
  const long = `Thank you for reaching out! ${ANSWER} Have a great day!`;

  test('leaves set phrases out for one line', () => {
    expect(of(long, 'My kettle only blinks red.')).toEqual({
      text: ANSWER,
      changes: [{ kind: 'length', reason: 'Set phrases left out: they wrote one line' }],
    });
  });

  test('keeps them for a letter', () => {
    expect(of(long).text).toBe(long);
  });

  test('keeps them where they are all there is', () => {
    const text = 'Thank you for reaching out! Sent.';
    expect(of(text, 'It blinks.').text).toBe(text);
  });

  test.each([
    [`${ANSWER} Thanks for your patience. More.`, `${ANSWER} More.`],
    [`${ANSWER}\n\nThanks for your patience.\n\nMore.`, `${ANSWER}\n\nMore.`],
    [`Thanks for your patience.\n${ANSWER}`, ANSWER],
  ])('leaves the white space of %j whole', (text, expected) => {
    expect(of(text, 'It blinks.').text).toBe(expected);
  });

  test('keeps the paragraphs', () => {
    expect(
      of(`Hi Lena,\n\nThanks for reaching out!\n\n${ANSWER}\n\nOne more line.`, 'Hi, it blinks')
        .text,
    ).toBe(`Hi Lena,\n\n${ANSWER}\n\nOne more line.`);
  });
});

describe('formality', () => {
  test('writes out what the guide wants formal', () => {
    expect(
      of("We're sorry, it can't boil. Please don't open it; we'll look.", PLAIN, {
        formality: 'formal',
      }),
    ).toEqual({
      text: 'We are sorry, it cannot boil. Please do not open it; we will look.',
      changes: [{ kind: 'formality', reason: 'No short forms, team’s guide' }],
    });
  });

  test('writes out what is not to be done', () => {
    const text = 'Don’t lift the lid, don’t shake it and don’t pour: we will not be long.';
    const made = 'Do not lift the lid, do not shake it and do not pour: we will not be long.';
    expect(of(text, PLAIN, { formality: 'formal' }).text).toBe(made);
  });

  test('writes out to who writes formally, and not to who says "Dear" in jest', () => {
    const answer = 'Thanks. We can’t say yet, and you don’t have to wait for it.';
    const letter = 'Dear Acme, I would like to know what the red light of my kettle means. ';
    expect(reasons(answer, letter)).toContain('No short forms: they write formally');
    expect(reasons(answer, `${letter} You don’t say!`)).toEqual(['Greets back, as they did']);
  });

  test('speaks as somebody who writes "hey" does', () => {
    const made = of(
      'We will look, and you do not have to wait. We are working on it.',
      'hey guys, it blinks lol',
    );
    expect(made.text).toBe("Hi Lena, we'll look, and you don't have to wait. We're working on it.");
    expect(made.changes.map(({ reason }) => reason)).toContain('Short forms, as they write');
  });

  test.each([
    'Tap “Don’t save” where you can’t go on.',
    "Why don't you try it again?",
    "It's broken, and Lena's lid is too.",
    'Turn on Do Not Disturb.',
    'But don’t most kettles do so?',
  ])('leaves %j alone', (text) => {
    expect(of(text, PLAIN, { formality: 'formal' }).text).toBe(text);
    expect(of(text, PLAIN, { formality: 'informal' }).text).toBe(text);
  });

  test('says what it cannot turn', () => {
    const answer = 'Bitte schreib uns deine Frage, wir sind für dich da.';
    expect(
      of(
        answer,
        'Können Sie mir bitte sagen, wie ich die Taste und den Deckel öffne? Es ist nicht zu sehen, wie das mit der Taste und dem Deckel sein soll, Danke.',
      ),
    ).toEqual({
      text: answer,
      changes: [{ kind: 'note', reason: 'Says “du”, they say “Sie”: change it' }],
    });
    expect(reasons(answer, PLAIN, { formality: 'formal' })).toEqual([
      'Says “du”, the team’s guide wants “Sie”: change it',
    ]);
  });
});

describe('signature', () => {
  test('signs as the guide says', () => {
    expect(of(ANSWER, PLAIN, { signature: '^{me}' })).toEqual({
      text: `${ANSWER} ^MK`,
      changes: [{ kind: 'signature', reason: 'Signed ^MK, team’s guide' }],
    });
    expect(of(ANSWER, PLAIN, { signature: '– {me}, Acme' }).text).toBe(
      `${ANSWER} – Mia Kern, Acme`,
    );
    expect(of(`${ANSWER}\n\nMore.`, PLAIN, { signature: '– {me}' }).text).toMatch(
      /More\.\n\n– Mia Kern$/,
    );
  });

  test('takes the place of somebody else’s', () => {
    expect(of(`${ANSWER} ^AB`, PLAIN, { signature: '^{me}' }).text).toBe(`${ANSWER} ^MK`);
  });

  test('takes the place of a teammate’s, whatever it looks like', () => {
    const made = personalize(`${ANSWER}\n\n– Ana, Acme`, {
      post: { text: PLAIN },
      guide: { ...mirror, signature: '– {me}, Acme' },
      values,
      teammates: ['Bo', 'Ana'],
    });
    expect(made.text).toBe(`${ANSWER} – Mia Kern, Acme`);
  });

  // "^no" may be a signature, and it may be a word: then all stays.
  test('never drops what may be a negation', () => {
    expect(of(`${ANSWER} ^no`, PLAIN, { signature: '^{me}' }).text).toBe(`${ANSWER} ^no`);
  });

  test('signs once', () => {
    expect(of(`${ANSWER} ^mk`, PLAIN, { signature: '^{me}' }).text).toMatch(/lid\. \^mk$/i);
  });

  test('leaves out what needs a name that is not known', () => {
    const made = personalize(ANSWER, {
      post: { text: PLAIN },
      guide: { ...mirror, signature: '^{me}' },
      values: { ...values, me: '' },
    });
    expect(made.text).toBe(ANSWER);
  });
});

test('fills variables and says whom it calls', () => {
  expect(of('Thanks, {name}. {brand} is on it.')).toEqual({
    text: 'Thanks, Lena. Acme is on it.',
    changes: [{ kind: 'variables', reason: 'Calls them Lena' }],
  });
});

test('says so where the answer is in another language, whatever was changed in it', () => {
  const made = personalize(`${ANSWER} 😊`, {
    post: { text: 'Der Kessel' },
    guide: mirror,
    values,
    languageOf: (text) => (text === 'Der Kessel' ? 'de' : text.endsWith('😊') ? 'en-US' : null),
  });
  expect(made.changes.map(({ reason }) => reason)).toEqual([
    'No emoji: they used none',
    'In English; they write German',
  ]);
});
