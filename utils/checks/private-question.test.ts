import { describe, expect, test } from 'vitest';
import { aDraftContext } from '#tests/support/a-draft-context.ts';
import { checkPrivateQuestion } from './private-question.ts';

describe('asking where everybody reads is noticed', () => {
  test.each([
    'What is your email?',
    'Sorry! What’s your order number? We are on it.',
    'Please send us your phone number.',
    'Could you share your booking number with us?',
    'Wie lautet deine Bestellnummer?',
    'Bitte senden Sie uns Ihre E-Mail-Adresse.',
    '¿Cuál es tu número de pedido?',
    'Envíanos tu correo electrónico, por favor.',
    'Quel est votre numéro de commande ?',
    'Pouvez-vous nous envoyer votre adresse e-mail ?',
    'Qual é o seu número do pedido?',
    'Envie seu telefone, por favor.',
    'ご注文番号を教えてください。',
    'メールアドレスをお知らせください。',
  ])('%s', (draft) => {
    expect(checkPrivateQuestion(draft, aDraftContext())?.level).toBe('warning');
  });
});

describe('is silent', () => {
  test.each([
    'Please DM us your booking number.',
    'What is your order number? Please tell us by direct message.',
    'Send us a private message with your email address.',
    'Bitte schick uns deine Bestellnummer per Direktnachricht.',
    'Envíanos tu número de pedido por mensaje directo.',
    'Envoyez-nous votre numéro de commande en message privé.',
    'Envie seu telefone por mensagem direta.',
    'DMでご注文番号を教えてください。',
    'Please share your order number here: https://acme.example/form',
    'You find the order number in your email.',
    'Never share your password with anybody.',
    'Please do not post your order number here.',
    'What color is your kettle?',
    'Which model do you have?',
  ])('%s', (draft) => {
    expect(checkPrivateQuestion(draft, aDraftContext())).toBeNull();
  });
});

test('marks the sentence that asks', () => {
  const draft = 'Sorry to hear this. What is your email?';
  const [at] = checkPrivateQuestion(draft, aDraftContext())?.at ?? [];
  expect(draft.slice(at?.start, at?.end).trim()).toBe('What is your email?');
});
