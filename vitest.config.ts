import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['{utils,components,server,entrypoints,tests,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', '.output/**'],
    sequence: { shuffle: true },
  },
});
