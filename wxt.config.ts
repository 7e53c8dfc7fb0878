import preact from '@preact/preset-vite';
import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { listSelectorFiles, toolScripts, writeSiteScripts } from '#scripts/page-scripts.ts';

/**
 * Pages of the extension run our own code only; they may read files of the package, and talk to any team server over
 * https, or to this machine.
 */
const extensionPagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' https: wss: http://localhost:* ws://localhost:* http://127.0.0.1:* ws://127.0.0.1:*",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  hooks: {
    'entrypoints:found'(wxt, infos) {
      infos.push(
        ...writeSiteScripts(join(wxt.config.wxtDir, 'sites')),
        ...toolScripts(wxt.config.root),
      );
    },
    'vite:build:extendConfig'(entrypoints, config) {
      // What pages load has 60 kB: three per cent smaller than by the default, which takes a quarter of the time.
      if (!entrypoints.every(({ type }) => type === 'content-script' || type === 'unlisted-script'))
        return;
      config.build = {
        ...config.build,
        minify: 'terser',
        terserOptions: { compress: { passes: 2 } },
      };
    },
    async 'build:publicAssets'(_wxt, files) {
      files.push(...(await listSelectorFiles()));
    },
  },
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
    resolve: {
      alias: {
        'wxt/utils/content-script-context': join(
          import.meta.dirname,
          'utils/platform/page-context.ts',
        ),
      },
    },
    // Both know `light-dark()`, for which older ones need three times the text.
    build: { target: 'es2022', cssTarget: ['chrome123', 'firefox140'], modulePreload: false },
  }),
  manifest: ({ browser }) => ({
    name: 'Hearback',
    short_name: 'Hearback',
    description: 'Every customer hears back, from one of us, once, well.',
    homepage_url: 'https://hearback.example',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'scripting',
      'contextMenus',
      // Pictures of saved posts: the browser allows one only where a person has just used our button, menu or shortcut.
      'activeTab',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // Asked for where somebody switches them on.
    optional_permissions: ['notifications'],
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    incognito: 'not_allowed',
    action: { default_title: 'Hearback' },
    commands: {
      'open-panel': {
        suggested_key: { default: 'Alt+Shift+H' },
        description: 'Open the Hearback panel',
      },
      'save-story': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: 'Save the post you point at as a customer story',
      },
    },
    content_security_policy: { extension_pages: extensionPagePolicy },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'hearback@hearback.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
});
