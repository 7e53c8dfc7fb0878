import { cleanLine } from '#utils/sites/dom/clean-text.ts';

/** What sites call their control for an answer. Words that also mean “the answers” are followed by nothing else. */
const WORDS =
  'antworten|répondre|responder|rispondi|beantwoorden|reageren|antwoord|svara?|vastaa|odpowiedz|odpovědět|odpovedať|ответить|відповісти|отговор|odgovori|yanıtla|cevapla|απάντηση|válasz|răspunde|balas|trả lời|رد|پاسخ|השב|הגב|जवाब दें|返信(?:する)?|回复|回覆|回應|답글(?: 달기)?|답장|ตอบกลับ';
/** Before the name of whom the answer goes to. */
const TO = 'to|auf|an|à|a|al|aan|op|til|på|do|для';
const REPLY = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:reply(?:\\s+with\\s+quote|[\\s(·:]*\\d.*)?|respond(?=\\s+to\\s)|${WORDS})(?:\\s+(?:${TO})\\s.+)?[^\\p{L}\\p{N}]*$`,
  'iu',
);
/** A cheap first look, for most controls are others. */
const HINT = new RegExp(`reply|respond|${WORDS}`, 'iu');
/** The word and the longest names. */
const NAME_MAX = 80;

/** True for a control whose accessible name says that it opens an answer. */
export function isReplyControl(control: Element): boolean {
  const label = control.getAttribute('aria-label');
  if (label !== null) return isReplyName(label);
  const text = control.textContent ?? '';
  if (text.length > NAME_MAX * 4) return false;
  return isReplyName(text) || isReplyName(control.getAttribute('title') ?? '');
}

/** True for a name that says so. */
export function isReplyName(name: string): boolean {
  if (!HINT.test(name)) return false;
  const line = cleanLine(name);
  return line.length <= NAME_MAX && REPLY.test(line);
}
