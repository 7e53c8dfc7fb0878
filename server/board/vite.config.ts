import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** The board as a web page, served by the team server under `/board`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/board/',
  publicDir: false,
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  resolve: {
    alias: {
      'webextension-polyfill': join(import.meta.dirname, 'extension-api.ts'),
      'wxt/utils/define-background': join(import.meta.dirname, 'define-background.ts'),
    },
  },
  build: {
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox140'],
    modulePreload: false,
    outDir: join(import.meta.dirname, '../../.output/board'),
    emptyOutDir: true,
    rollupOptions: {
      input: ['board.html', 'options.html'].map((name) => join(import.meta.dirname, name)),
    },
  },
});
