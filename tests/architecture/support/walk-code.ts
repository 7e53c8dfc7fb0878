import { parseSync } from 'rolldown/utils';

/** A node of the syntax tree, as far as every node is alike. */
export interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) yield* walk(child);
  }
}

/** Every node of a file's syntax. Throws when the file does not parse. */
export function walkCode(path: string, source: string): Node[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  return [...walk(program as unknown as Node)];
}

/** The comments of a file, with where they begin. */
export function readComments(path: string, source: string): { text: string; start: number }[] {
  return parseSync(path, source).comments.map(({ value, start }) => ({ text: value, start }));
}

/** The name behind the last dot of `a.b.name` or `a['name']`; null for anything else. */
export function memberName(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'ChainExpression') return memberName(node['expression']);
  if (node.type !== 'MemberExpression' || !isNode(node['property'])) return null;
  const { name, value } = node['property'];
  if (node['computed'] !== true) return typeof name === 'string' ? name : null;
  return typeof value === 'string' ? value : null;
}

/** The plain name of an identifier; null for anything else. */
export function identifierName(node: unknown): string | null {
  return isNode(node) && node.type === 'Identifier' ? String(node['name']) : null;
}

/** The value of a plain string; null for anything else. */
export function stringValue(node: unknown): string | null {
  const value = isNode(node) && node.type === 'Literal' ? node['value'] : null;
  return typeof value === 'string' ? value : null;
}
