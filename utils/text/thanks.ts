/** Whether somebody thanks, in the languages that most customers write in. */

const THANKS =
  /(?<![\p{L}\p{N}])(?:thanks?|thank (?:you|u)|thx|tysm|ty|cheers|much appreciated|appreciate it|danke(?:schön)?|vielen dank|merci|gracias|obrigad[oa]|valeu|grazie|bedankt|dank (?:je|u)|dzięki|dziękuję|tack|takk|tak|kiitos|teşekkürler|спасибо|дякую)(?![\p{L}\p{N}])|ありがとう|谢谢|謝謝|감사|고마워|شكرا|धन्यवाद/iu;
/** Thanks that are none, and thanks with a complaint behind them. */
const SPOILED =
  /thank(?:s| you) (?:a lot |so much )?(?:for (?:nothing|ruin|los|cancel|delay|break|wast|the delay|making me)|but)|no,? thanks|danke für nichts|merci pour rien|gracias por nada|(?<![\p{L}\p{N}])(?:but|however|still (?:not|doesn|does not|broken|isn|waiting)|aber|trotzdem|mais|pero|mas|ma|maar)(?![\p{L}\p{N}])/iu;

/** True for thanks that mean it. When in doubt, no: nobody minds a question that is not asked. */
export function isThanks(text: string): boolean {
  const said = text.slice(0, 1_000);
  return THANKS.test(said) && !SPOILED.test(said);
}
