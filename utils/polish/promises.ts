/**
 * What binds the team when it is said, as ideas: a model may not bring in one that no draft has, nor turn "we cannot
 * refund" into "we can". Words of English, German, French, Spanish, Italian, Portuguese and Dutch; a promise in other
 * words or another language is not seen here, which is why a person reads every answer.
 */

const IDEAS: Readonly<Record<string, string>> = {
  refund:
    'refund\\p{L}*|money.?back|reimburs\\p{L}*|erstatt\\p{L}*|rückerstatt\\p{L}*|zurückerstatt\\p{L}*|geld zurück|rembours\\p{L}*|reembols\\p{L}*|devolución|rimbors\\p{L}*|terugbeta\\p{L}*|geld terug|(?:pay|give|send) (?:you|it|this|that|your money) back',
  replacement:
    'replac\\p{L}*|exchange|swap|ersatz\\p{L}*|ersetz\\p{L}*|umtausch\\p{L}*|remplac\\p{L}*|échang\\p{L}*|reemplaz\\p{L}*|sostitu\\p{L}*|substitu\\p{L}*|vervang\\p{L}*|(?:a|another) new one|brand.new',
  gift: 'voucher\\p{L}*|coupon\\p{L}*|discount\\p{L}*|gift\\p{L}*|free of charge|(?<!feel |-)free|complimentary|on the house|no (?:extra )?c(?:ost|harge)|waive\\p{L}*|promo\\p{L}*|gutschein\\p{L}*|rabatt\\p{L}*|kostenlos\\p{L}*|kostenfrei\\p{L}*|gratis|gratuit\\p{L}*|geschenk\\p{L}*|bon d.achat|réduction|cupón|descuento|vale|sconto|buono|desconto|korting',
  compensation:
    'compensat\\p{L}*|credit\\p{L}*|goodwill|entschädig\\p{L}*|gutschrift\\p{L}*|dédommag\\p{L}*|indemni\\p{L}*|compens\\p{L}*|risarc\\p{L}*|vergoed\\p{L}*|make (?:it|this|that) up to you|we(?:.ll| will| can| would)?(?: \\p{L}+)? pay',
  guarantee:
    'guarant\\p{L}*|promis\\p{L}*|warrant\\p{L}*|assur\\p{L}*|we swear|garant\\p{L}*|versprech\\p{L}*|versprich\\p{L}*|gewährleist\\p{L}*|promet\\p{L}*|promett\\p{L}*|beloof\\p{L}*|beloven|gegarandeerd',
  fault:
    'our (?:own )?(?:fault|mistake|error)|we (?:are|were) (?:at fault|to blame|liable|responsible|wrong)|liab\\p{L}*|neglig\\p{L}*|lawsuit\\p{L}*|legal\\p{L}*|lawyer\\p{L}*|unser(?:e)? (?:fehler|schuld)|haftung|haften|anwalt|notre (?:faute|erreur)|nuestr[oa] (?:culpa|error)|nostr[oa] (?:colpa|errore)',
  cancel:
    'cancel\\p{L}*|terminat\\p{L}*|storn\\p{L}*|kündig\\p{L}*|annul\\p{L}*|résili\\p{L}*|cancelar|disdir\\p{L}*|opzeg\\p{L}*',
  secret:
    'passwords?|passcode|pin (?:code|number)|cvv|cvc|card (?:number|details)|credit card|iban|account number|bank details|social security|kennwort|passwort|kreditkarte\\p{L}*|bankverbindung|mot de passe|carte bancaire|contraseña|tarjeta|carta di credito|wachtwoord',
  recall: 'recall\\p{L}*|hazard\\p{L}*|rückruf\\p{L}*|rappel de produit|retirad[oa] del mercado',
};

const patterns = Object.entries(IDEAS).map(
  ([idea, words]) =>
    [idea, new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}\p{N}])`, 'iu')] as const,
);

const DENIAL =
  /(?<![\p{L}])(?:not|no|never|none|cannot|unable|without|neither|nor|nicht|kein\p{L}*|nie|ohne|ne|pas|jamais|sans|nunca|jamás|ni|sin|non|mai|senza|não|sem|niet|geen|nooit|zonder)(?!\p{L})|n['’]t(?!\p{L})/iu;

const SENTENCES = /[.!?;\n。！？]+|,?\s(?:but|aber|mais|pero|ma|mas|maar)\s/u;
const CLAUSES =
  /[.!?;:,\n。！？、，—–]+|\s(?:but|and|so|aber|und|mais|et|pero|y|ma|e|mas|maar|en)\s/u;

/** Ideas that bind. */
export interface Promises {
  /** Said in whatever way. */
  said: ReadonlySet<string>;
  /** Said without denying them. */
  affirmed: ReadonlySet<string>;
}

/** The sentences of a text, as far as denials are concerned. */
export function toSentences(text: string): string[] {
  return text.split(SENTENCES);
}

/**
 * What of a text binds the team. A denial counts for its whole sentence, or for its `clause` alone: "No problem, we
 * refund you" affirms a refund by clauses, and does not by sentences. So drafts are read by sentences, answers by
 * clauses, and what is unsure is refused.
 */
export function findPromises(text: string, by: 'sentence' | 'clause'): Promises {
  const said = new Set<string>();
  const affirmed = new Set<string>();
  for (const part of text.split(by === 'clause' ? CLAUSES : SENTENCES)) {
    const isDenied = DENIAL.test(part);
    for (const [idea, pattern] of patterns) {
      if (!pattern.test(part)) continue;
      said.add(idea);
      if (!isDenied) affirmed.add(idea);
    }
  }
  return { said, affirmed };
}
