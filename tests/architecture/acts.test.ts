/**
 * Acts that no code of ours may do, wherever it is written: press a site's buttons, make markup of words, read the
 * clock, listen to a page. Each ban is first tried on a line that must not pass.
 */
import { describe, expect, test } from 'vitest';
import { isCode, isTest, listFiles, readText } from './support/source-files.ts';
import { identifierName, memberName, stringValue, walkCode } from './support/walk-code.ts';
import type { Node } from './support/walk-code.ts';

interface Ban {
  name: string;
  /** Where it holds. */
  isIn(path: string): boolean;
  isIt(node: Node): boolean;
  /** Lines that must be found. */
  tries: string[];
  /** A line that looks alike and is fine. */
  fine: string;
}

const called = (node: Node) => (node.type === 'CallExpression' ? node['callee'] : null);
const argument = (node: Node, at: number) => (node['arguments'] as unknown[] | undefined)?.[at];
const isNew = (node: Node, name: string) =>
  node.type === 'NewExpression' && identifierName(node['callee']) === name;

const isInPages = (path: string) =>
  /^(?:utils\/(?:sites|spotting|editors)|entrypoints\/page\.content|components\/(?:chip|thread|ui))\//u.test(
    path,
  );
const isExtension = (path: string) => /^(?:utils|components|entrypoints)\//u.test(path);
const markup = ['innerHTML', 'outerHTML', 'srcdoc'];
const parsers = ['insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment', 'writeln'];

/** The one broadcast channel, between background and the extension's own pages, which carries no data. */
const liveChannel = ['entrypoints/background/news-desk.ts', 'components/data/use-team-state.ts'];
/** The line to the server. */
const socket = ['utils/sync/live-socket.ts'];

const climbs = ['parentElement', 'parentNode', 'nextElementSibling', 'previousElementSibling'];

/** Whether `name.parentElement` or its like is what the expression begins with. */
function beginsAround(node: unknown, name: string): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const { left, callee, object, expression } = node as Node;
  if (identifierName(object) === name) return climbs.includes(memberName(node) ?? '');
  return beginsAround(left ?? callee ?? object ?? expression, name);
}

const bans: Ban[] = [
  {
    name: 'presses or submits on a page',
    isIn: isInPages,
    isIt: (node) => ['click', 'submit', 'requestSubmit'].includes(memberName(called(node)) ?? ''),
    tries: ['box.click()', 'box?.click?.()', `form['submit']()`, 'form.requestSubmit(button)'],
    fine: 'find(selectors.submit)',
  },
  {
    name: 'imitates a key or a submission',
    isIn: isInPages,
    isIt: (node) => isNew(node, 'KeyboardEvent') || isNew(node, 'SubmitEvent'),
    tries: [`new KeyboardEvent('keydown', { key: 'Enter' })`, `new SubmitEvent('submit')`],
    fine: `new InputEvent('input')`,
  },
  {
    name: 'makes markup of words',
    isIn: (path) => isExtension(path) || path.startsWith('server/practice/client/'),
    isIt: (node) =>
      (node.type === 'AssignmentExpression' && markup.includes(memberName(node['left']) ?? '')) ||
      parsers.includes(memberName(called(node)) ?? '') ||
      (node.type === 'JSXAttribute' &&
        (node['name'] as { name?: unknown }).name === 'dangerouslySetInnerHTML') ||
      (memberName(called(node)) === 'write' &&
        identifierName((called(node) as Node)['object']) === 'document'),
    tries: [
      'a.innerHTML = b',
      `a['outerHTML'] += b`,
      `a.insertAdjacentHTML('beforeend', b)`,
      'document.write(b)',
      'const a = <i dangerouslySetInnerHTML={{ __html: b }} />',
    ],
    fine: 'a.textContent = b.innerHTML',
  },
  {
    name: 'runs text as code',
    isIn: (path) => !isTest(path),
    isIt: (node) =>
      identifierName(called(node)) === 'eval' ||
      isNew(node, 'Function') ||
      (['setTimeout', 'setInterval'].includes(identifierName(called(node)) ?? '') &&
        stringValue(argument(node, 0)) !== null),
    tries: ['eval(a)', `new Function('a')`, `setTimeout('a()', 1)`],
    fine: 'setTimeout(a, 1)',
  },
  {
    name: 'reads the wall clock',
    isIn: (path) =>
      (isExtension(path) || path.startsWith('server/')) &&
      !isTest(path) &&
      !['utils/platform/clock.ts', 'server/clock.ts'].includes(path) &&
      // Runs in the practice page's own world, where no clock can be passed in.
      !path.startsWith('server/practice/client/'),
    isIt: (node) =>
      (memberName(called(node)) === 'now' &&
        identifierName((called(node) as Node)['object']) === 'Date') ||
      (isNew(node, 'Date') && (node['arguments'] as unknown[]).length === 0),
    tries: ['Date.now()', 'new Date()', 'new Date'],
    fine: 'new Date(at)',
  },
  {
    name: 'listens to a page',
    isIn: (path) => isExtension(path) && !liveChannel.includes(path) && !socket.includes(path),
    isIt: (node) =>
      (stringValue(argument(node, 0)) === 'message' &&
        [memberName(called(node)), identifierName(called(node))].includes('addEventListener')) ||
      [memberName(called(node)), identifierName(called(node))].includes('postMessage') ||
      (node.type === 'AssignmentExpression' &&
        [memberName(node['left']), identifierName(node['left'])].includes('onmessage')),
    tries: [
      `addEventListener('message', a)`,
      `window.addEventListener('message', a)`,
      `parent.postMessage(a, '*')`,
      'window.onmessage = a',
    ],
    fine: `doc.addEventListener('focusin', a)`,
  },
  {
    // A form answers with its own fields, and the climb goes in circles: utils/sites/dom/neighbors.ts.
    name: 'climbs a page by what a form may answer',
    isIn: isInPages,
    isIt: (node) =>
      node.type === 'AssignmentExpression' &&
      beginsAround(node['right'], identifierName(node['left']) ?? ''),
    tries: [
      'at = at.parentElement',
      `at = at.parentElement?.closest('p') ?? null`,
      'at = at.nextElementSibling ?? end',
    ],
    fine: 'at = parentOf(at)',
  },
  {
    name: 'writes to the console',
    isIn: (path) =>
      (isExtension(path) || path.startsWith('server/')) && path !== 'utils/platform/log.ts',
    isIt: (node) => identifierName(node['object']) === 'console' && memberName(node) !== null,
    tries: [`console.log('a')`, 'const { log } = console.log'],
    fine: 'logger.log(a)',
  },
];

const files = listFiles()
  .filter((path) => isCode(path) && !isTest(path))
  .map((path) => ({ path, nodes: walkCode(path, readText(path)) }));

describe.each(bans)('no code $name', ({ isIn, isIt, tries, fine }) => {
  test.each(tries)('%s is found', (line) => {
    expect(walkCode('try.tsx', line).some(isIt)).toBe(true);
  });

  test('what only looks alike passes', () => {
    expect(walkCode('fine.tsx', fine).some(isIt)).toBe(false);
  });

  test('none is found in the code', () => {
    const places = files.filter(({ path }) => isIn(path));
    expect(places.length).toBeGreaterThan(30);
    const found = places.filter(({ nodes }) => nodes.some(isIt)).map(({ path }) => path);
    expect(found).toEqual([]);
  });
});
