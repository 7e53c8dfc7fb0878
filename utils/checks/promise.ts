import { rangesOf, toSentences } from '#utils/text/sentences.ts';
import type { Check } from './draft-check.ts';

const MONEY: RegExp = new RegExp(
  [
    String.raw`\b(?:we|i)(?:['’]ll| will| can| are going to|['’]re going to)(?: (?:be|also|gladly|happily|certainly|definitely|of course|issue|give|offer|send|get|process))* (?:you )?(?:a |an |the |your )?(?:full |partial |free )*(?:refund(?:ing)?|reimburs\p{L}+|compensat\p{L}+|credit(?:ing)?|voucher|replacement|waiv\p{L}+)`,
    String.raw`\byou(?:['’]ll| will)(?: (?:get|receive|have|be))+ (?:a |an |the |your )?(?:full |partial )?(?:refund(?:ed)?|money back|reimburse\p{L}*|compensat\p{L}+|voucher|credit(?:ed)?)`,
    String.raw`\b(?:we|i) (?:guarantee|promise)\b`,
    String.raw`\b(?:wir|ich) (?:erstatten|ersetzen|garantieren|versprechen|entschädigen)|\b(?:wir|ich) werden?\b[^.!?]*\b(?:erstatten|ersetzen|entschädigen|gutschreiben)`,
    String.raw`\b(?:te|le|les) (?:reembolsaremos|devolveremos|compensaremos)|\b(?:reembolsaremos|garantizamos|prometemos)\b|\bvamos a (?:reembolsar|compensar|devolver)`,
    String.raw`\bnous (?:vous )?(?:rembourserons|allons (?:vous )?rembourser|dédommagerons|garantissons|promettons)`,
    String.raw`\b(?:reembolsaremos|devolveremos|compensaremos|garantimos|prometemos)\b|\bvamos (?:reembolsar|devolver|compensar)`,
    String.raw`(?:返金(?:いた|致)?し(?:ます)|補償(?:いた|致)?し(?:ます)|お約束(?:いた|致)?し(?:ます)|保証(?:いた|致)?し(?:ます))`,
  ].join('|'),
  'giu',
);
const WILL =
  /\b(?:we|i)(?:['’]ll| will) (?:have |get |be )?(?:it |this |that |you )?(?:fix|resolv|replac|repair|ship|deliver|send(?!\p{L}* (?:you )?(?:a )?(?:dm|message))|call|restor|reopen|get back|reply|respond|launch|releas|fixed|sorted|done)\p{L}*|\b(?:it|this|that|your \p{L}+)(?:['’]ll| will) be (?:fixed|resolved|replaced|repaired|shipped|delivered|back|ready|restored|available)|\bwerden? [^.!?]*(?:beheben|liefern|reparieren|melden|schicken|senden)|\b(?:arreglaremos|enviaremos|resolveremos|solucionaremos|entregaremos|consertaremos)\b|\bnous (?:vous )?(?:enverrons|réparerons|livrerons|réglerons)/iu;
const DATE =
  /\b(?:by|on|before|within|until|in the next|in) (?:the )?(?:(?:next|this) )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|noon|midnight|end of|\d+|an hour|a day|a week|one|two|three|few|couple)|\b(?:today|tomorrow|tonight|next week|this week)\b|\b(?:bis|am|innerhalb|morgen|heute|nächste woche)\b|\b(?:mañana|hoy|antes del?|en \d+|esta semana)(?!\p{L})|\b(?:demain|aujourd['’]hui|avant|sous \d+|d['’]ici)\b|\b(?:amanhã|hoje|até|em \d+)(?!\p{L})|明日|本日中|今週|までに/iu;
const DATED_JA = /(?:明日|本日中|今週|までに)[^。！？]*(?:します|いたします|致します|お届け)/u;
// Said of what cannot be, may be, or is asked.
const HEDGED =
  /\b(?:can['’]?t|cannot|unable|not|won['’]?t|if|whether|may|might|hope|try|should|unless|once|when|nicht|kein\p{L}*|falls|wenn|no podemos|si|sino|ne|pas|não|se)\b|\?\s*$|できません|場合/iu;

export const checkPromise: Check = (draft) => {
  const sentences = toSentences(draft).filter(({ text }) => !HEDGED.test(text));
  const money = sentences.flatMap(({ text, start }) =>
    rangesOf(text, MONEY).map((range) => ({ start: start + range.start, end: start + range.end })),
  );
  if (money.length > 0) {
    return {
      id: 'promise',
      level: 'warning',
      message:
        'This promises money or a guarantee: ask a lead first, or say what you will look at.',
      at: money,
    };
  }
  const dated = sentences.filter(
    ({ text }) => (WILL.test(text) && DATE.test(text)) || DATED_JA.test(text),
  );
  if (dated.length === 0) return null;
  return {
    id: 'promise',
    level: 'notice',
    message: 'This promises something by a time: make sure a lead agrees, or leave the time out.',
    at: dated.map(({ start, end }) => ({ start, end })),
  };
};
