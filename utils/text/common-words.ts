/**
 * The words that hold sentences together in seven languages. They are weighed down, never left out, and a word that
 * names something in another of these languages (German "die", "war", "hat") is not listed.
 */
const COMMON = {
  en: `a about after all also am an and any are as at be been being but by can could did do does doing don't for from
    get getting give go going got had has have having he her here hi him his how i i'm i've if in into is it it's its
    just know let like make me much my myself need no not now of off on one only or our out over please put really she
    so some still than thank thanks that that's the their them then there these they thing this those to too trying
    try up us use using very want was way we well were what when where which who why will with would you your`,
  de: `aber als am auch auf aus bei bin bitte da das dass dem den der des doch du ein eine einem einen einer es euch
    euer eure für habe haben hallo ich ihr im ist ja kann kein keine man mein meine mich mir mit nach nicht noch nun
    nur oder schon sehr sich sie sind und uns unser vom von wann warum weil wenn werden wie wieder wir wird wo zu zum`,
  fr: `au aux avec bonjour c'est ce cela ces cette dans de depuis des du elle en est et être il ils j'ai je la le les
    leur lui ma mais merci mes moi mon même ne nos notre nous ont ou où pas plus pour pourquoi qu'il quand que quel
    qui sa sans se ses si son suis sur ta te tout très tu un une vos votre vous y ça`,
  es: `al algo como con cuando de del desde donde el ella en eres es esta estar este esto estoy gracias ha hace han
    hasta hay he hola la las le les lo los mas me mi mis muy más ni nos o os para pero por porque que quien qué se
    ser si sin sobre su sus sí también te tengo tiene todo tu un una y ya yo`,
  pt: `à ao aos às com como da das de dele do dos e ela ele em é essa esse está estou eu foi há isso já lhe mais mas
    me meu minha muito na não nas no nos num o obrigado olá os ou para pela pelo por porque quando que quem se sem
    ser seu só sua também tem tenho um uma você vocês`,
  it: `al alla anche che chi ci ciao come con cosa da dal dalla degli dei del della di dove e è gli grazie ho i il in
    io la le lo ma mi mia mio nel nella non per perché più quando questa questo sei si sono su sul tu un una uno vi`,
  nl: `aan al als bij dan dat de deze die dit doe een en er ga geen gaat goed graag heb hebben heeft het hij hoe ik
    in is je jullie kan kunnen maar met mijn moet naar niet nog nu of om ook op over te tot u uit van voor waar waarom
    wanneer wat we wel wordt worden zo zijn`,
};

// Meaningful in one language, common in another: kept at full weight.
const MEANINGFUL = new Set(['die', 'war', 'hat', 'not', 'son', 'sale', 'pour', 'men', 'on', 'off']);

const fold = (word: string) => word.normalize('NFKD').replace(/\p{M}/gu, '');

/** Word → the languages in which it is common. */
const languagesOf = new Map<string, string[]>();
for (const [language, list] of Object.entries(COMMON)) {
  for (const word of new Set(list.split(/\s+/).map(fold))) {
    languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
  }
}

const words = new Set([...languagesOf.keys()].filter((word) => !MEANINGFUL.has(word)));

/** The languages in which a word (folded, as `toWords` gives it) is common; none for most words. */
export function toCommonLanguages(word: string): readonly string[] {
  return languagesOf.get(word) ?? [];
}

/** True for a word (folded, as `toWords` gives it) that says little about what a post is about. */
export function isCommonWord(word: string): boolean {
  return words.has(word);
}
