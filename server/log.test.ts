import { expect, it } from 'vitest';
import { createLogger, toErrorFields } from './log.ts';

it('writes only fields that are allowed', () => {
  const lines: string[] = [];
  const fields = { code: 'gap', token: 'secret', text: 'what somebody wrote' };
  createLogger((line) => lines.push(line)).info('push', fields);
  expect(lines).toEqual(['{"level":"info","event":"push","code":"gap"}']);
});

it('says where an error was thrown, not what it says', () => {
  const fields = toErrorFields(new TypeError('cannot read “what somebody wrote”'));
  expect(fields.error).toBe('TypeError');
  expect(fields.at).toContain('log.test.ts');
  expect(JSON.stringify(fields)).not.toContain('somebody');
});
