import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  // Puts a fake browser API in place, so that modules which import the real one can run in Node.
  plugins: [WxtVitest()],
  test: {
    environment: 'node',
    include: ['{utils,components,server,entrypoints,tests,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', '.output/**'],
    sequence: { shuffle: true },
    // Two cores: more workers only get in each other's way.
    maxWorkers: 2,
  },
});
