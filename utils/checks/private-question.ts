import { toSentences, type Sentence } from '#utils/text/sentences.ts';
import type { Check } from './draft-check.ts';

const NUMBERS = String.raw`(?:(?:booking|order|confirmation|reference|reservation|account|customer|ticket|card|credit card|passport|policy|phone|cell|mobile|telephone|contact|record|tracking|social security) (?:number|no\.?|#|id|code|locator|details))`;
const PRIVATE: RegExp = new RegExp(
  [
    String.raw`\b(?:e-?mail(?: address)?|(?:home|postal|billing|shipping|street|mailing) address|phone|date of birth|birth ?date|password|pin(?: code)?|cvv|bank details|iban|${NUMBERS})\b`,
    String.raw`\b(?:e-?mail-?adresse|telefonnummer|handynummer|anschrift|geburtsdatum|passwort|(?:bestell|buchungs|kunden|konto|auftrags|vertrags|karten|rechnungs)nummer)\b`,
    String.raw`\b(?:correo(?: electrónico)?|teléfono|dirección(?: postal)?|fecha de nacimiento|contraseña|número de (?:pedido|reserva|cliente|cuenta|tarjeta|teléfono))(?![\p{L}])`,
    String.raw`\b(?:adresse (?:e-?mail|postale|mail)|courriel|(?:numéro|n°) de (?:commande|réservation|client|compte|téléphone|carte)|date de naissance|mot de passe)(?![\p{L}])`,
    String.raw`\b(?:telefone|endereço|senha|data de nascimento|(?:número|n°) (?:do|da|de) (?:pedido|reserva|cliente|conta|cartão|telefone))(?![\p{L}])`,
    String.raw`(?:メールアドレス|電話番号|ご?住所|生年月日|パスワード|(?:ご?注文|ご?予約|会員|お客様|口座|カード)番号)`,
  ].join('|'),
  'iu',
);
const ASKS: RegExp = new RegExp(
  [
    String.raw`\bwhat(?:'s|’s| is| are| was) (?:your|the)\b`,
    String.raw`\b(?:share|send|give|provide|post|tweet|reply with|confirm|tell|let us know|advise)(?: us| me)? (?:with )?(?:your|the)\b`,
    String.raw`\b(?:may|can|could) (?:i|we) (?:please )?(?:have|get|see) (?:your|the)\b`,
    String.raw`\bdo you have (?:your|a|an|the)\b`,
    String.raw`\b(?:wie (?:lautet|ist)|was ist|wo ist|nenn(?:en|st)?|schick(?:en|st|e)?|send(?:en|est|e)?|gib|geben|teil(?:en|st|e)?|mitteilen|verrat(?:en|e)?)\b.*\b(?:deine?|ihre?|eure?)\b`,
    String.raw`\b(?:cuál es|indíca(?:nos|me)|env[ií]a(?:nos|me)|env[ií]e(?:nos|me)|dinos|díganos|compart[ae](?:nos)?|facilíta(?:nos)?|(?:podrías?|puedes?) (?:darnos|enviarnos|indicarnos|decirnos|compartir)) ?(?:tu|su)?\b`,
    String.raw`(?:quel(?:le)? est (?:votre|ton|ta)|\b(?:envoyez|donnez|indiquez|communiquez|partagez|envoie|donne|indique)-(?:nous|moi)|pouvez-vous (?:nous )?(?:envoyer|donner|indiquer|communiquer|fournir))`,
    String.raw`(?:\bqual (?:é|e) (?:o |a )?(?:seu|sua|teu|tua)|\b(?:envie|informe|passe|mande|compartilhe|confirme)(?:-nos)?(?: para nós| pra gente)? (?:o |a )?(?:seu|sua)|\bpode (?:nos )?(?:enviar|informar|passar))`,
    String.raw`(?:教えて|お知らせください|送って|お送りください|ご記入ください|何ですか|お聞かせ)`,
  ].join('|'),
  'iu',
);
// A private way is named: the question is then not meant for the public thread.
const PRIVATE_WAY: RegExp = new RegExp(
  [
    String.raw`\b(?:dm|dms|dm['’]?(?:d|ing)|pm|direct(?:ly)? messag\p{L}*|private(?:ly)?(?: messag\p{L}*)?|in private|inbox|messenger|live ?chat|chat|offline|call us|by phone|form|formular|formulario|formulaire|formulário)\b`,
    String.raw`\b(?:direktnachricht|privat\p{L}*|pn|nachricht)\b`,
    String.raw`(?:mensajes? (?:directo|privado)s?|por (?:md|privado|interno)\b|\bmd\b|messages? (?:privé|direct)s?|en (?:mp|dm|privé)|\bmp\b|mensage(?:m|ns) (?:direta|privada)s?|no (?:privado|inbox)|\bdireta)`,
    String.raw`(?:ダイレクトメッセージ|非公開|個別に)`,
    String.raw`(?<![A-Za-z])DM(?![A-Za-z])`,
  ].join('|'),
  'iu',
);
// "Check the order number in your mail" and "never share your password" ask for nothing.
const ASKS_NOT =
  /\b(?:never|don['’]?t|do not|nie(?:mals)?|nicht|nunca|jamais|não)\b|しないで|公開しない/iu;

// An address in the sentence leads to where it is asked for.
const isAsking = ({ text }: Sentence) =>
  ASKS.test(text) && PRIVATE.test(text) && !ASKS_NOT.test(text) && !/https?:/iu.test(text);

export const checkPrivateQuestion: Check = (draft) => {
  const sentences = toSentences(draft);
  const asking = sentences.filter((sentence, index) => {
    const around = [sentences[index - 1], sentence, sentences[index + 1]];
    return isAsking(sentence) && !around.some((one) => one && PRIVATE_WAY.test(one.text));
  });
  if (asking.length === 0) return null;
  return {
    id: 'private-question',
    level: 'warning',
    message: 'This asks for private data where everybody reads: ask for it in a private message.',
    at: asking.map(({ start, end }) => ({ start, end })),
  };
};
