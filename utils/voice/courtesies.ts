/** Sentences that are polite and say nothing: the first to go where a customer wrote one line. */
import { toSentences } from '#utils/text/sentences.ts';

const sentences = {
  en: [
    String.raw`(?:many )?thank(?:s| you)(?: so much| very much| a lot)? for (?:reaching out|getting in touch|contacting us|writing(?: in| to us)?|your (?:message|patience|understanding|feedback|continued support|loyalty|business))(?: to us| with us| about this| today)?(?: and (?:for )?your (?:patience|understanding|support))?`,
    String.raw`we (?:really |truly |greatly |do )?(?:value|appreciate) your (?:feedback|business|patience|loyalty|support|understanding)(?: and (?:patience|support|understanding|feedback|loyalty))?`,
    String.raw`your (?:feedback|satisfaction|opinion|business) is (?:very |so |extremely |really )?important(?: to us)?`,
    String.raw`(?:please )?(?:let us know|reach out|contact us|get in touch|feel free to (?:reach out|contact us|get in touch))(?: to us| again)? if you (?:have|need) (?:any|anything)(?: (?:other|further|more|else|additional))?(?: (?:questions|concerns|help|assistance))?`,
    String.raw`if you (?:have|need) (?:any|anything)(?: (?:other|further|more|else|additional))?(?: (?:questions|concerns|help|assistance))?, (?:please )?(?:let us know|reach out|contact us|get in touch|feel free to (?:reach out|contact us|get in touch))`,
    String.raw`we hope (?:this|that) helps|(?:we hope you )?have a (?:great|nice|good|wonderful|lovely) (?:rest of your )?(?:day|evening|weekend|week|one)`,
  ],
  de: [
    String.raw`(?:vielen |herzlichen |lieben )?dank für (?:deine|ihre|eure|die|dein|ihr|euer) (?:nachricht|anfrage|geduld|feedback|rückmeldung|verständnis)`,
    String.raw`(?:ihr|dein|euer) feedback ist uns (?:sehr )?wichtig`,
    String.raw`(?:wir wünschen (?:dir|ihnen|euch) )?(?:noch )?einen schönen (?:tag|abend)(?: noch)?`,
  ],
  es: [
    String.raw`(?:muchas )?gracias por (?:escribirnos|contactarnos|(?:tu|su) (?:mensaje|paciencia|comprensión)|pon(?:erte|erse) en contacto)(?: con nosotros)?`,
    String.raw`(?:que )?tengas? (?:un )?(?:buen|excelente|lindo) día|quedamos a (?:tu|su) disposición`,
  ],
  fr: [
    String.raw`merci (?:beaucoup )?(?:de|pour) (?:votre|ton) (?:message|patience|compréhension|retour)|merci de nous avoir contactés?`,
    String.raw`(?:nous (?:vous|te) souhaitons )?(?:une )?(?:bonne|excellente) (?:journée|soirée)|nous restons à (?:votre|ta) disposition`,
  ],
  pt: [
    String.raw`(?:muito )?obrigad[oa] (?:por|pelo|pela) (?:entrar em contato|contato|(?:sua )?mensagem|(?:sua )?paciência|(?:sua )?compreensão)(?: conosco)?`,
    String.raw`tenha um (?:ótimo|bom|excelente) dia|(?:estamos|ficamos|seguimos) à (?:sua )?disposição`,
  ],
  ja: [
    String.raw`(?:お問い合わせ|ご連絡)(?:いただき|頂き)?、?(?:誠に)?ありがとうございます|(?:何卒)?よろしくお願い(?:いた|致)?し(?:ます|上げます|申し上げます)`,
  ],
};
const COURTESY = new RegExp(
  String.raw`^(?:${Object.values(sentences).flat().join('|')})[\s.!。！…]*$`,
  'iu',
);
/** Letters that have to be left, or it is no answer any more; a letter of Japanese says what two or three say elsewhere. */
const LEFT_MIN = 25;
const LEFT_MIN_UNSPACED = 10;

function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function skipSpace(text: string, at: number): number {
  let end = at;
  while (/\s/u.test(text.charAt(end))) end += 1;
  return end;
}

/** Without its set phrases, as long as the rest is an answer by itself; else as it is. */
export function withoutCourtesies(text: string): string {
  let out = '';
  let from = 0;
  let hasText = false;
  for (const { start, end, text: sentence } of toSentences(text)) {
    if (!COURTESY.test(sentence.trim())) {
      hasText ||= /\S/u.test(sentence);
      continue;
    }
    out += text.slice(from, start);
    from = end;
    // Between what is left stands the white space that stood in front of it, and not twice.
    if (!hasText || out.endsWith('\n')) from = skipSpace(text, from);
  }
  const left = (out + text.slice(from)).trimEnd();
  const least = /[\p{Script=Han}\p{Script=Hiragana}]/u.test(left) ? LEFT_MIN_UNSPACED : LEFT_MIN;
  return from > 0 && countLetters(left) >= least ? left : text;
}
