/** Which names in a page's markup will still be there after the site's next release. */

const NAME = /^[A-Za-z_][\w-]*$/u;
const NAME_MAX = 40;
/** What tools for styles write before a hash. */
const TOOL = /^(?:css|sc|jsx|jss|svelte|emotion|e|chakra|mui|astro|tw)-[\w-]*$/iu;
/** Says how a post is now, not that it is one. */
const STATE =
  /^(?:(?:is|has|js|ng|v)-.*|active|selected|hover(?:ed)?|focus(?:ed)?|open|closed?|expanded|collapsed|visible|hidden|first|last|odd|even|alt\d?|new|unread|read|current|disabled|loading|loaded|liked|own|mine|op|highlight(?:ed)?)$/iu;
/** Says how something looks; the same stands on half of the page. */
const LOOKS = [
  /^-?(?:[mp][trblxyse]?|w|h|gap|z|top|left|right|bottom|inset|space-[xy]|col|row|order)-(?:\w+-)?(?:\d+|auto|full|px|screen)$/u,
  /^text-(?:xs|sm|base|lg|xl|\dxl|left|center|right|muted|[a-z]+-\d{2,3})$/u,
  /^(?:bg|border|ring|from|to|items|justify|content|self|font|leading|tracking|rounded|shadow|overflow)-[a-z\d]+(?:-\d+)?$/u,
  /^(?:flex|grid|block|inline|inline-block|relative|absolute|fixed|sticky|truncate|clearfix|container|d-flex|pull-left|pull-right|float-left|float-right)$/u,
];

/** True for a class, id or value that somebody has given and that names a kind of thing. */
export function isStableName(name: string): boolean {
  if (name.length > NAME_MAX || !NAME.test(name)) return false;
  if (STATE.test(name) || TOOL.test(name) || LOOKS.some((one) => one.test(name))) return false;
  // A number of three digits counts posts; it is no name of all of them.
  return !/\d{3}/u.test(name) && !name.split(/[-_]+/u).some(isRandom);
}

/** What stands before the hash in a name that a build has made of a file's own ones (`Post_root__2hGqZ`). */
export function toNamePrefix(name: string): string | null {
  if (name.length > 2 * NAME_MAX) return null;
  const [, prefix] =
    /^([A-Za-z][\w-]*?_[A-Za-z]\w*?__)[\w-]{4,8}$/u.exec(name) ??
    /^([A-Za-z]\w*?__[A-Za-z]\w*?-)(?:sc-)?[A-Za-z\d]{5,8}(?:-\d+)?$/u.exec(name) ??
    [];
  return prefix ?? null;
}

/** Letters and digits in no order, or a change of case at every second letter. */
function isRandom(part: string): boolean {
  if (part.length >= 5 && /\d/u.test(part) && /[a-z]/iu.test(part)) {
    return !/^[a-z]+\d{1,2}$/iu.test(part);
  }
  const humps = part.match(/[A-Z]*[a-z]+|[A-Z]+$/gu) ?? [];
  return part.length >= 5 && humps.length >= 3 && part.length / humps.length <= 2;
}
