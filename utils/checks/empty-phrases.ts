import { rangesOf } from '#utils/text/sentences.ts';
import type { Check } from './draft-check.ts';

const PHRASES: RegExp = new RegExp(
  [
    String.raw`\b(?:we (?:truly |really |greatly |do )?(?:value|appreciate) (?:you(?:r (?:business|loyalty|patience|feedback|understanding|support|patronage|continued support))?)(?: (?:and|as) [^.!?,]{1,30})?|your (?:satisfaction|feedback|business|opinion|comfort) (?:is|are) (?:very |so |extremely |always )?(?:important|valuable|our (?:top |number one )?priority)(?: to us)?|(?:we (?:sincerely |deeply )?(?:apologi[sz]e|are sorry)|(?:our )?(?:sincere(?:st)? )?apologies|sorry) for (?:any|the) inconvenience(?: (?:this|it) (?:may|might) have caused(?: you)?| caused)?|thank you for (?:your (?:patience|understanding|feedback|patronage|loyalty|continued support)|reaching out(?: to us)?|bringing this to our attention|being a (?:valued|loyal) customer)|we strive to [^.!?]{1,60}|we (?:take|are taking) (?:this|these matters|all feedback) (?:very )?seriously|we are (?:fully )?committed to [^.!?]{1,60}|world[- ]class|best[- ]in[- ]class|customer[- ]centric|cutting[- ]edge|exceed(?:ing)? (?:your )?expectations|valued customer|(?:at|here at) [\p{Lu}][\p{L}]+, we believe [^.!?]{1,60})\b`,
    String.raw`\b(?:ihre zufriedenheit (?:liegt uns am herzen|ist uns (?:sehr )?wichtig)|ihr feedback ist uns (?:sehr )?wichtig|(?:vielen )?dank für (?:ihr|dein) (?:verständnis|feedback)|(?:wir )?entschuldigen (?:wir )?(?:uns )?(?:für )?(?:die|etwaige|eventuelle) unannehmlichkeiten|wir bitten (?:um|die|etwaige)[^.!?]{0,30}(?:unannehmlichkeiten[^.!?]{0,30}|um entschuldigung|verständnis)|wir (?:sind (?:stets )?bemüht|legen (?:großen )?wert)[^.!?]{0,60})`,
    String.raw`\b(?:su (?:satisfacción|opinión) es (?:muy )?importante(?: para nosotros)?|lamentamos (?:los|cualquier|las) (?:inconvenientes?|molestias?)(?: (?:causad[oa]s?|ocasionad[oa]s?))?|gracias por (?:su|tu) (?:paciencia|comprensión|preferencia)|disculpe(?:n)? las molestias|trabajamos para (?:mejorar|brindar)[^.!?]{0,60})`,
    String.raw`\b(?:votre (?:satisfaction|avis) (?:est|compte)[^.!?]{0,40}|(?:veuillez nous excuser|nous nous excusons|désolés?) pour (?:la gêne|tout désagrément|les désagréments)(?: occasionnés?e?| causés?)?|merci (?:de|pour) votre (?:patience|compréhension|fidélité|confiance)|nous mettons tout en œuvre[^.!?]{0,60})`,
    String.raw`\b(?:sua (?:satisfação|opinião) é (?:muito )?importante(?: para nós)?|(?:pedimos desculpas|lamentamos) (?:pel[oa]s?|por|qualquer|os|o) (?:qualquer )?(?:inconvenientes?|transtornos?|incômodo)(?: causados?)?|agradecemos (?:a )?sua (?:compreensão|paciência|preferência))`,
    String.raw`(?:ご不便をおかけして|ご迷惑をおかけし)[^。]{0,20}(?:申し訳ございません|お詫び申し上げます)|ご理解(?:とご協力)?(?:のほど|を)?(?:よろしく)?お願い(?:いた|致)?し(?:ま|上げま)す|貴重なご意見[^。]{0,15}ありがとうございます`,
  ].join('|'),
  'giu',
);
const GREETING =
  /^\s*(?:(?:@\S+|hi|hello|hey|dear|hallo|guten tag|hola|bonjour|olá)(?: \p{Lu}\p{L}+)?[\s,!.、]*)+/iu;
// Half of what is said.
const SHARE_MIN = 0.5;
const LETTERS_MIN = 30;

const countLetters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').length;

export const checkEmptyPhrases: Check = (draft) => {
  const at = rangesOf(draft, PHRASES);
  const empty = at.reduce((sum, { start, end }) => sum + countLetters(draft.slice(start, end)), 0);
  const said = countLetters(draft.replace(GREETING, '').replace(/https?:\S+/giu, ''));
  // A letter of Japanese says what two or three say elsewhere.
  const least = /[\p{Script=Han}\p{Script=Hiragana}]/u.test(draft) ? LETTERS_MIN / 2 : LETTERS_MIN;
  if (empty < least || empty < SHARE_MIN * said) return null;
  return {
    id: 'empty-phrases',
    level: 'notice',
    message: 'Most of this is set phrases: say what you know, or what happens next.',
    at,
  };
};
