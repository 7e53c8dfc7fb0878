import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Match } from '#utils/model/brand.ts';
import { INTENTS, URGENCIES } from '#utils/model/intents.ts';
import { anyText } from '#tests/support/any-text.ts';
import { createJudge } from './judge.ts';
import type { Lesson } from './labels.ts';

const ruled = createJudge();
const judge = (text: string) => ruled.judge({ text });

const lesson = (text: string, over: Partial<Lesson> = {}): Lesson => ({
  threadId: text,
  brandId: 'acme',
  text,
  ...over,
});

const alone: Match = { brandId: 'acme', matched: 'Acme', kind: 'name', sure: false, reason: '' };

describe('rules alone', () => {
  test.each([
    ['@acmecare my kettle is broken and I am still waiting for a reply', 'complaint'],
    ['@acmecare thanks for nothing, your support is useless', 'complaint'],
    ['Mein Wasserkocher von Acme ist schon wieder kaputt, eine Frechheit!', 'complaint'],
    ['Ma bouilloire ne marche plus et aucune réponse depuis des semaines', 'complaint'],
    ['El hervidor no funciona y nadie responde, pésimo servicio', 'complaint'],
    ['Ainda não recebi meu pedido, péssimo atendimento', 'complaint'],
    ['電源が入らない、最悪。壊れてる', 'complaint'],
    ['Thank you @acmecare, best kettle ever, love it!', 'praise'],
    ['Danke, der Kocher ist super, bin begeistert', 'praise'],
    ['Merci beaucoup, service parfait', 'praise'],
    ['最高です、ありがとう', 'praise'],
    ['@acmecare how do I descale the lid?', 'question'],
    ['Wann kann ich den Deckel entkalken?', 'question'],
    ['¿Cómo puedo limpiar la tapa?', 'question'],
    ['Thinking of buying an Acme kettle, how much is it?', 'buying'],
    [
      'I am a journalist on deadline, who can I ask for a statement from your press office?',
      'press',
    ],
    ['fuck you acme, you pieces of shit', 'abuse'],
    ['Huge giveaway! Enter to win a kettle, link in bio #kettle #win #free', 'noise'],
  ])('%s', (text, intent) => {
    expect(judge(text).intent).toBe(intent);
  });

  test('nothing is said of what its words do not tell', () => {
    expect(judge('Acme on the table next to the plant.')).toMatchObject({
      intent: null,
      why: 'Its words do not tell',
      isUs: null,
    });
  });

  test('what is denied is turned round', () => {
    expect(judge('not happy with my kettle').intent).toBe('complaint');
    expect(judge('No problems at all with it, works great').intent).toBe('praise');
  });

  test('the words that decided are named', () => {
    expect(judge('It broke after a day, terrible').why).toMatch(/^Words: “terrible”, “broke”/);
  });
});

describe('urgency', () => {
  test.each([
    ['My kettle caught fire and burned the shelf, it is broken', 'high', /harm: .*“/],
    ['I was charged twice for one kettle', 'high', /risk: “charged twice”/],
    ['I am a journalist, who is your press contact?', 'high', /^The press/],
    ['Still waiting and no reply, this is bad', 'high', /^Waits without an answer/],
    ['It is broken and the party is tonight, bad', 'high', /^The day is near/],
    ['My lid is broken', 'normal', /^Nothing/],
    ['Love this kettle', 'low', /^Praise/],
    ['I wish there was a blue one', 'low', /^A wish/],
  ])('%s', (text, urgency, why) => {
    const verdict = judge(text);
    expect(verdict.urgency).toBe(urgency);
    expect(verdict.urgencyWhy).toMatch(why);
  });
});

describe('what the team says', () => {
  const wishes = ['blue', 'red', 'green', 'small', 'big', 'round'].map((word) =>
    lesson(`the flumox is ${word} on mine`, { intent: 'complaint' }),
  );
  const others = ['tea', 'mugs', 'shelf', 'garden'].map((word) =>
    lesson(`pictures of ${word} with acme`, { intent: 'noise' }),
  );

  test('the next similar post is labeled by it, and says why', () => {
    const text = 'my flumox is yellow';
    expect(judge(text).intent).toBeNull();
    const verdict = createJudge([...wishes, ...others]).judge({ text });
    expect(verdict.intent).toBe('complaint');
    expect(verdict.why).toMatch(/The team called 6 similar posts complaints \(.*“flumox”/);
  });

  test('a reason names no word such as “the”', () => {
    const { why } = createJudge([...wishes, ...others]).judge({
      text: 'the flumox on mine is odd',
    });
    expect(why).toContain('“flumox');
    expect(why).not.toMatch(/“(?:the|is|on)”/u);
  });

  test('what was erased is forgotten', () => {
    const text = 'my flumox is yellow';
    expect(createJudge(others).judge({ text }).intent).not.toBe('complaint');
  });

  test('the same labels make the same judge', () => {
    const text = 'a yellow flumox on the shelf';
    const all = [...wishes, ...others];
    expect(createJudge(all).judge({ text })).toEqual(createJudge(all).judge({ text }));
  });

  test('a first label does not turn what plain words say', () => {
    const taught = createJudge([lesson('my lid is broken', { intent: 'praise' })]);
    expect(taught.judge({ text: 'It broke after a day, terrible' }).intent).toBe('complaint');
  });

  test('urgency is learned', () => {
    const lessons = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'].flatMap(
      (word) => [
        lesson(`the flumox of number ${word}`, { urgency: 'high' }),
        lesson(`a picture of ${word} kettles`, { urgency: 'normal' }),
      ],
    );
    const taught = createJudge(lessons);
    expect(taught.judge({ text: 'what is the flumox of mine' })).toMatchObject({
      urgency: 'high',
      urgencyWhy: expect.stringMatching(/^The team said so of 8 similar posts/),
    });
  });
});

describe('whether it is about the brand', () => {
  const cartoons = ['road', 'runner', 'anvil', 'rocket', 'trap', 'cliff'].map((word) =>
    lesson(`the coyote orders from acme in the cartoon with a ${word}`, { isUs: false }),
  );
  const kettles = ['tea', 'water', 'switch', 'button', 'handle', 'cable'].map((word) =>
    lesson(`my acme boils and the ${word} gets hot`, { isUs: true }),
  );
  const taught = createJudge([...cartoons, ...kettles], {
    brandNames: new Map([['acme', 'Acme']]),
  });

  test('like what was set aside as not about us', () => {
    const verdict = taught.judge({ text: 'which cartoon has the coyote with acme skates' }, alone);
    expect(verdict).toMatchObject({ isUs: false, intent: 'noise', urgency: 'low' });
    expect(verdict.why).toMatch(/^Probably not about Acme: the team set 6 posts with “/);
  });

  test('like what the team took on', () => {
    expect(taught.judge({ text: 'acme boils but the lid gets hot' }, alone).isUs).toBe(true);
  });

  test('a handle is not doubted so easily', () => {
    const text = 'a cartoon for you';
    expect(taught.judge({ text }, alone).isUs).toBe(false);
    expect(taught.judge({ text }, { ...alone, kind: 'handle', sure: true }).isUs).not.toBe(false);
  });

  test('of another brand nothing is known', () => {
    const text = 'which cartoon has the coyote';
    expect(taught.judge({ text }, { ...alone, brandId: 'other' }).isUs).toBeNull();
  });
});

describe('whatever people write', () => {
  test('is judged, with bounded reasons', () => {
    const taught = createJudge([lesson('a lid', { intent: 'question' })]);
    fc.assert(
      fc.property(anyText(400), (text) => {
        const verdict = taught.judge({ text }, alone);
        expect([null, ...INTENTS]).toContain(verdict.intent);
        expect(URGENCIES).toContain(verdict.urgency);
        expect(verdict.why.length).toBeLessThan(300);
        expect(verdict.urgencyWhy.length).toBeLessThan(300);
      }),
      { numRuns: 200 },
    );
  });
});
