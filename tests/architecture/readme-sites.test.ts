/** The README's table of sites is what the facts say; `WRITE=1` writes it anew. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as prettier from 'prettier';
import { siteIds } from '#utils/model/site.ts';
import { abilities, siteFacts } from '#utils/sites/facts.ts';
import type { Ability } from '#utils/sites/facts.ts';
import { readText } from './support/source-files.ts';

const BEGIN = '<!-- sites: written by tests/architecture/readme-sites.test.ts -->';
const END = '<!-- end of sites -->';

const heads: Record<Ability, string> = {
  read: 'Posts read',
  insert: 'Draft goes into the reply box',
  sent: 'Sent reply noticed',
  account: 'Account known',
  limit: 'Limit counted',
};

function writeTable(): string {
  const rows = siteIds.map((id) => {
    const { name, can, confidence, checked } = siteFacts[id];
    const marks = abilities.map((ability) => (can.includes(ability) ? 'yes' : '–'));
    return [name, ...marks, confidence, checked];
  });
  const head = ['Site', ...abilities.map((ability) => heads[ability]), 'Confidence', 'Checked'];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${BEGIN}\n\n${lines.join('\n')}\n\n${END}`;
}

test('the table of sites in the README is what the facts say', async () => {
  const readme = readText('README.md');
  const [before, rest = ''] = readme.split(BEGIN);
  const [, after = ''] = rest.split(END);
  expect(rest).not.toBe('');
  const path = join(import.meta.dirname, '../../README.md');
  const options = await prettier.resolveConfig(path);
  const written = await prettier.format(`${before}${writeTable()}${after}`, {
    ...options,
    parser: 'markdown',
  });
  if (process.env['WRITE'] === '1') writeFileSync(path, written);
  expect(readText('README.md')).toBe(written);
});
