/** What stands in for what people wrote: always the same for the same, and of the same shape. */

/** By length, from one letter on. */
const LATIN = [
  ['o'],
  ['ut', 'et', 'ex', 'id', 'ad'],
  ['sit', 'sed', 'qui', 'non', 'est'],
  ['amet', 'elit', 'enim', 'quis', 'nisi'],
  ['lorem', 'ipsum', 'dolor', 'magna', 'velit'],
  ['aliqua', 'veniam', 'mollit', 'fugiat', 'tempor'],
  ['laboris', 'commodo', 'laborum', 'nostrud', 'officia'],
  ['pariatur', 'proident', 'deserunt', 'voluptas', 'occaecat'],
  ['consequat', 'voluptate', 'cupidatat', 'excepteur', 'molestiae'],
  ['incididunt', 'adipiscing', 'laudantium', 'architecto', 'aspernatur'],
];
/** Letters to choose from, where a word is not Latin. */
const SCRIPTS: [RegExp, string][] = [
  [/\p{Script=Cyrillic}/u, 'абвгдежик'],
  [/\p{Script=Greek}/u, 'αβγδεζηικ'],
  [/\p{Script=Arabic}/u, 'ابتجدرسمن'],
  [/\p{Script=Hebrew}/u, 'אבגדהוזלמ'],
  [/\p{Script=Han}/u, '文字例示本日月山川'],
  [/\p{Script=Hiragana}/u, 'あいうえおかきくけ'],
  [/\p{Script=Katakana}/u, 'アイウエオカキクケ'],
  [/\p{Script=Hangul}/u, '가나다라마바사아자'],
  [/\p{Script=Devanagari}/u, 'कखगघचजटडत'],
  [/\p{Script=Thai}/u, 'กขคงจชดตน'],
];
const NAMES =
  'Ada Bea Cy Dee Eli Fay Gus Hal Ida Jo Kai Lea Max Nia Oto Pia Quin Ray Sue Tom'.split(' ');

export interface Placeholders {
  /** Another word of the same length, script and case. */
  word(original: string): string;
  /** Another number of as many digits; one or two digits stay. */
  number(original: string): string;
  /** Another id: letters for letters, digits for digits. */
  id(original: string): string;
  /** `Ada Example`, or `Ada` for one word; of the person with this handle. */
  name(original: string, handle: string): string;
  /** `ada_example`, with the dots or dashes that the original has. */
  handle(original: string): string;
  /** A host of nobody. */
  host(original: string): string;
}

/** Begins with nothing seen. */
export function createPlaceholders(): Placeholders {
  const words = new Map<string, string>();
  const numbers = new Map<string, string>();
  const ids = new Map<string, string>();
  const people = new Map<string, number>();
  const hosts = new Map<string, string>();
  const taken = new Set<string>();
  let state = 20_261_122;

  /** Park and Miller's generator: the same page gives the same placeholders, and tells nothing of what they stand for. */
  const draw = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const pick = (letters: string) => [...letters][draw([...letters].length)] ?? '';

  const unique = (key: string, known: Map<string, string>, make: () => string): string => {
    const before = known.get(key);
    if (before !== undefined) return before;
    let made = make();
    for (let tries = 0; taken.has(made) && tries < 50; tries += 1) made = make();
    taken.add(made);
    known.set(key, made);
    return made;
  };

  const personOf = (key: string) => {
    const number = people.get(key) ?? people.size;
    people.set(key, number);
    const round = Math.floor(number / NAMES.length);
    return {
      first: NAMES[number % NAMES.length] ?? 'Ada',
      round: round === 0 ? '' : `${round + 1}`,
    };
  };

  const toWord = (original: string): string => {
    const letters = SCRIPTS.find(([script]) => script.test(original))?.[1];
    const { length } = [...original];
    if (letters) return Array.from({ length }, () => pick(letters)).join('');
    const list = LATIN[Math.min(length, LATIN.length) - 1] ?? ['o'];
    return (list[draw(list.length)] ?? '').padEnd(length, 'lorem');
  };

  return {
    word(original) {
      const key = original.toLowerCase();
      const known = words.get(key);
      let made = known ?? toWord(original);
      // By chance the same word: what was written must not survive.
      for (let tries = 0; made === key && tries < 50; tries += 1) made = toWord(original);
      words.set(key, made);
      if (original === original.toUpperCase() && original !== key && original.length > 1) {
        return made.toUpperCase();
      }
      const isTitle = original.charAt(0) !== key.charAt(0);
      return isTitle ? made.charAt(0).toUpperCase() + made.slice(1) : made;
    },
    number(original) {
      if (original.length <= 2) return original;
      return unique(original, numbers, () =>
        Array.from(original, (_, at) => (at === 0 ? 1 + draw(9) : draw(10))).join(''),
      );
    },
    id(original) {
      return unique(original, ids, () =>
        // Letters and digits that hexadecimal, base 32 and base 64 have in common.
        original
          .replace(/\d/gu, () => pick('234567'))
          .replace(/[a-z]/gu, () => pick('abcdef'))
          .replace(/[A-Z]/gu, () => pick('ABCDEF')),
      );
    },
    name(original, handle) {
      const { first, round } = personOf(handle);
      const isOneWord = !/\s/u.test(original.trim());
      return isOneWord ? `${first}${round}` : `${first} Example${round && ` ${round}`}`;
    },
    handle(original) {
      const [local = '', server] = original.split('@');
      const { first, round } = personOf(original);
      const dot = /[.-]/u.exec(local)?.[0] ?? '_';
      const made = `${first.toLowerCase()}${dot}example${round}`;
      return server ? `${made}@social.example` : made;
    },
    host(original) {
      return unique(original, hosts, () => `other${hosts.size + 1}.example`);
    },
  };
}
