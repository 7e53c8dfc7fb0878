import background from '#entrypoints/background/index.ts';
import './extension-api.ts';
import { runOnce } from './background-line.ts';

/** The extension's background, as it is, in this page or another one of the board. */
export function startBackground(): void {
  runOnce(() => (background as unknown as { main: () => void }).main());
}
