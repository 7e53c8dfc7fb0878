import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { boardPageRoutes } from './board-page.ts';

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'hearback-board-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function aBuilt() {
  const folder = aFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'board.html'), '<title>board</title>');
  writeFileSync(join(folder, 'options.html'), '<title>options</title>');
  writeFileSync(join(folder, 'assets/board-1.js'), 'go()');
  writeFileSync(join(folder, 'assets/board-1.css'), 'p{}');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  return boardPageRoutes(pathToFileURL(`${folder}/`));
}

test('serves the pages and what they load', async () => {
  const app = aBuilt();
  expect(await (await app.request('/board')).text()).toContain('board');
  expect(await (await app.request('/board/options.html')).text()).toContain('options');
  const script = await app.request('/board/assets/board-1.js');
  expect(script.headers.get('content-type')).toContain('text/javascript');
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect(await script.text()).toBe('go()');
  expect((await app.request('/board')).headers.get('cache-control')).toBe('no-cache');
});

test.each([
  '/board/assets/secret.txt',
  '/board/assets/..%2Fsecret.txt',
  '/board/assets/%2e%2e/secret.txt',
  '/board/assets/board-2.js',
  '/board/secret.txt',
])('%s is not there', async (path) => {
  const answer = await aBuilt().request(path);
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toContain('secret');
});

test('says what to do where it is not built', async () => {
  const app = boardPageRoutes(pathToFileURL(`${aFolder()}/`));
  const answer = await app.request('/board');
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('npm run build:board');
});
