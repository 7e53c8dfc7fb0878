/** What other programs call the variables of a text, in our words. */

const OURS: Readonly<Record<string, string>> = {
  name: 'name',
  firstname: 'name',
  customer: 'name',
  customername: 'name',
  client: 'name',
  clientname: 'name',
  handle: 'handle',
  username: 'handle',
  brand: 'brand',
  company: 'brand',
  companyname: 'brand',
  product: 'brand',
  me: 'me',
  myname: 'me',
  agent: 'me',
  agentname: 'me',
  signature: 'me',
  link: 'link',
  website: 'link',
};

/** `{name}` where it is one of ours; another stays readable, for a person to fill in. */
export function toVariable(name: string): string {
  const plain = name.replace(/[{}\s]+/gu, ' ').trim();
  return `{${OURS[plain.toLowerCase().replace(/[^a-z]/gu, '')] ?? plain}}`;
}

/** `%fill…%` with its options, `%snippet:…%` and the like, dates, and what stands for the caret and the clipboard. */
const MACRO =
  /%fill(?:text|area):([^%]{0,500})%|%fillpopup:([^%]{0,2000})%|%fillpart(?:end|:[^%]{0,500})%|%(?:key|snippet|delay|filltop|fillall):([^%]{0,200})%|%(clipboard|\||<|>|%)|%((?:date|time|@)[^%]{0,200})%|(%[1-9]?[aAbBdeHIjmMpSuUwyYZ](?:[ .,:/-]{1,2}%[1-9]?[aAbBdeHIjmMpSuUwyYZ])*)/gu;

const optionOf = (options: string, wanted: string) =>
  options
    .split(':')
    .find((part) => part.startsWith(`${wanted}=`))
    ?.slice(wanted.length + 1) ?? '';

/** A text of TextExpander in our words: fields become variables, keys and waits go. */
export function toPlain(text: string): string {
  return text.replace(
    MACRO,
    (
      whole,
      field?: string,
      choice?: string,
      other?: string,
      sign?: string,
      date?: string,
      time?: string,
    ) => {
      if (field !== undefined) return toVariable(optionOf(field, 'name') || 'fill in');
      if (choice !== undefined)
        return optionOf(choice, 'default') || toVariable(optionOf(choice, 'name'));
      if (other !== undefined) return whole.startsWith('%snippet:') ? toVariable(other) : '';
      if (sign === 'clipboard') return '{clipboard}';
      if (sign !== undefined) return sign === '%' ? '%' : '';
      return date === undefined && time === undefined ? '' : '{date}';
    },
  );
}
