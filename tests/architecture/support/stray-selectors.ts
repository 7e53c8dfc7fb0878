/**
 * Finds selectors that a mend cannot reach: at the top level of a file, in no table that an adapter exposes. A selector
 * is told by a word of a site in it (class, id, attribute of its own, custom element); HTML's own words (`[role]`,
 * `article`) do not change overnight and may stand anywhere.
 */
import type { SelectorTables } from '#utils/sites/selectors.ts';
import { identifierName, memberName, stringValue, walkCode } from './walk-code.ts';
import type { Node } from './walk-code.ts';

const CLASS_OR_ID =
  /(?:^|[\s,>+~(\])]|\b(?:a|div|span|p|li|ul|ol|tr|td|table|form|article|section))[.#][a-z_-]/iu;
const OWN_ATTRIBUTE =
  /\[(?!(?:role|type|name|href|rel|src|alt|lang|dir|hidden|contenteditable|datetime|tabindex|disabled|readonly|aria-[a-z]+)\b)[a-z][\w-]*(?:[~|^$*]?=[^\]]*)?\]/iu;
const HTML_VALUE = /\[(?:name|href|src|alt|aria-[a-z]+)[~|^$*]?=/iu;
const CUSTOM_ELEMENT = /^(?:[a-z]+-[a-z-]+)(?:$|[\s,.#[:>])/u;
const ADDRESS = /^(?:[a-z]+:\/)?\//iu;
const QUERIES =
  /^(?:querySelector(?:All)?|matches|closest|queryAllDeep|closestDeep|findPrevious)$/u;
/** What is read when used, and names of modules. */
const ELSEWHERE =
  /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ImportDeclaration|TS\w+)$/u;

/** True for CSS that goes by a word of a site. */
export function isSiteSelector(text: string): boolean {
  if (ADDRESS.test(text)) return false;
  return [CLASS_OR_ID, OWN_ATTRIBUTE, HTML_VALUE].some((mark) => mark.test(text));
}

/** All selectors of some adapters as `name selector`. */
export function listExposed(adapters: { selectors: SelectorTables }[]): Set<string> {
  const tables = adapters.flatMap(({ selectors }) => Object.values(selectors));
  return new Set(tables.flatMap((table) => Object.entries(table)).map((pair) => pair.join(' ')));
}

/** What no mend reaches in a file of a site, as it is written there. */
export function findStraySelectors(path: string, source: string, exposed: Set<string>): string[] {
  const nodes = walkCode(path, source);
  const elsewhere = nodes.filter(({ type }) => ELSEWHERE.test(type));
  const isTopLevel = ({ start }: Node) =>
    !elsewhere.some((one) => one.start <= start && start < Number(one['end']));
  const top = nodes.filter(isTopLevel);
  const tabled = new Set(
    top.filter((node) => node.type === 'Property' && isExposed(node, exposed)).map(toValueStart),
  );
  const strays = top.filter(
    (node) => !tabled.has(node.start) && (isCopy(node) || isSiteSelector(toText(node) ?? '')),
  );
  return [...strays.map((node) => toSource(node, source)), ...findPassed(top, nodes, source)];
}

function isExposed(property: Node, exposed: Set<string>): boolean {
  const name = identifierName(property['key']) ?? stringValue(property['key']);
  const text = toText(property['value'] as Node);
  return exposed.has(`${name} ${text}`);
}

function toValueStart(property: Node): number {
  return (property['value'] as Node).start;
}

/** A selector that is taken out of its table once and for all. */
function isCopy(node: Node): boolean {
  if (node.type !== 'MemberExpression' || memberName(node) === 'selectors') return false;
  return /selectors$/iu.test(identifierName(node['object']) ?? '');
}

/** Names of constants that stand for a custom element and are looked for. */
function findPassed(top: Node[], nodes: Node[], source: string): string[] {
  const names = new Set(
    top
      .filter(({ type, init }) => type === 'VariableDeclarator' && isElementName(init as Node))
      .map(({ id }) => identifierName(id)),
  );
  const calls = nodes.filter(({ type, callee }) => {
    const name = memberName(callee) ?? identifierName(callee);
    return type === 'CallExpression' && name !== null && QUERIES.test(name);
  });
  return calls
    .filter((call) => [call['arguments']].flat().some((one) => names.has(identifierName(one))))
    .map((call) => toSource(call, source));
}

function isElementName(node: Node | null): boolean {
  return node !== null && CUSTOM_ELEMENT.test(toText(node) ?? '');
}

/** A plain string, or the fixed parts of a template; null for anything else. */
function toText(node: Node): string | null {
  if (node.type !== 'TemplateLiteral') return stringValue(node);
  const parts = node['quasis'] as { value: { cooked: string } }[];
  return parts.map(({ value }) => value.cooked).join('…');
}

function toSource({ start, ...node }: Node, source: string): string {
  return source.slice(start, Number(node['end']));
}
