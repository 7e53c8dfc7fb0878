/**
 * What the board needs of a browser's extension API, for the page that the team's server serves: nothing is read, marked or
 * pictured on other pages, so all that speaks of tabs and permissions has nothing to tell. Stands in for
 * `webextension-polyfill` (vite.config.ts beside it).
 */
import { askBackground, hearPages } from './background-line.ts';

type Listener = (...args: never[]) => unknown;

/** Events that never come. */
const silent = {
  addListener: (_listener: Listener) => undefined,
  removeListener: (_listener: Listener) => undefined,
};

/** A storage area of a web page; `keep` false: gone with the page. */
function createArea(keep: boolean) {
  const kept = new Map<string, unknown>();
  const prefix = 'hearback:';
  const read = (key: string): unknown => {
    if (!keep) return kept.get(key);
    const text = localStorage.getItem(prefix + key);
    return text === null ? undefined : (JSON.parse(text) as unknown);
  };
  const keys = () =>
    keep
      ? Object.keys(localStorage).flatMap((key) =>
          key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
        )
      : [...kept.keys()];
  return {
    async get(wanted: string | string[] | null = null): Promise<Record<string, unknown>> {
      const names = wanted === null ? keys() : [wanted].flat();
      return Object.fromEntries(
        names.flatMap((key) => {
          const value = read(key);
          return value === undefined ? [] : [[key, value]];
        }),
      );
    },
    async set(values: Record<string, unknown>): Promise<void> {
      for (const [key, value] of Object.entries(values)) {
        if (keep) localStorage.setItem(prefix + key, JSON.stringify(value));
        else kept.set(key, structuredClone(value));
      }
    },
    async remove(names: string | string[]): Promise<void> {
      for (const key of [names].flat()) {
        if (keep) localStorage.removeItem(prefix + key);
        else kept.delete(key);
      }
    },
    async clear(): Promise<void> {
      for (const key of keys()) await this.remove(key);
    },
    onChanged: silent,
  };
}

const alarms = new Map<string, ReturnType<typeof setInterval>>();
const onAlarm = new Set<(alarm: { name: string }) => void>();
const none = async () => undefined;
const origin = location.origin;
/** As utils/platform/origins.ts writes it: a pattern has no port. */
const OWN_PATTERN = `${location.protocol}//${location.hostname}/*`;
/** Where the pages of the board are served. */
const BASE = `${origin}/board`;

const browser = {
  runtime: {
    id: 'hearback-web',
    getURL: (path: string) => `${BASE}/${path.replace(/^\//u, '')}`,
    getManifest: () => ({ version: '0.1.0' }),
    getPlatformInfo: async () => ({ os: 'web', arch: 'web' }),
    sendMessage: (message: unknown) => askBackground(message),
    onMessage: {
      addListener: (listener: (raw: unknown, sender: object) => Promise<unknown>) =>
        hearPages((raw) => listener(raw, { id: 'hearback-web', url: `${BASE}/` })),
      removeListener: () => undefined,
    },
    onInstalled: silent,
    onStartup: silent,
  },
  storage: { local: createArea(true), session: createArea(false), onChanged: silent },
  alarms: {
    onAlarm: {
      addListener: (listener: (alarm: { name: string }) => void) => onAlarm.add(listener),
    },
    get: async (name: string) => (alarms.has(name) ? { name } : undefined),
    create(name: string, { periodInMinutes }: { periodInMinutes: number }) {
      const tell = () => {
        for (const listener of onAlarm) listener({ name });
      };
      alarms.set(name, setInterval(tell, periodInMinutes * 60_000));
    },
  },
  permissions: {
    // The one server that is spoken to is the page's own.
    contains: async ({ origins = [] }: { origins?: string[] }) => isOwn(origins),
    request: async ({ origins = [] }: { origins?: string[] }) => isOwn(origins),
    remove: async () => true,
    onAdded: silent,
    onRemoved: silent,
  },
  tabs: {
    query: async () => [],
    get: async () => Promise.reject(new Error('There are no tabs here.')),
    create: async ({ url }: { url: string }) => {
      window.open(url, '_blank', 'noopener');
    },
    update: none,
    sendMessage: async () => Promise.reject(new Error('There are no tabs here.')),
    captureVisibleTab: async () => Promise.reject(new Error('There are no tabs here.')),
    onUpdated: silent,
    onActivated: silent,
    onRemoved: silent,
  },
  scripting: {
    getRegisteredContentScripts: async () => [],
    registerContentScripts: none,
    unregisterContentScripts: none,
    executeScript: async () => Promise.reject(new Error('There are no tabs here.')),
    insertCSS: none,
    removeCSS: none,
  },
  action: {
    setBadgeText: none,
    setBadgeBackgroundColor: none,
    setTitle: none,
    getBadgeText: async () => '',
    getBadgeBackgroundColor: async () => [0, 0, 0, 0],
    getTitle: async () => '',
  },
  contextMenus: { removeAll: none, create: () => undefined, onClicked: silent },
  commands: { onCommand: silent },
  i18n: { detectLanguage: async () => ({ isReliable: false, languages: [] }) },
};

function isOwn(origins: readonly string[]): boolean {
  return origins.length > 0 && origins.every((pattern) => pattern === OWN_PATTERN);
}

// Light parts of our own ask the browser's API by its global name (utils/platform/runtime.ts).
Object.assign(globalThis, {
  browser: {
    runtime: {
      id: browser.runtime.id,
      sendMessage: browser.runtime.sendMessage,
      onMessage: silent,
    },
  },
});

export default browser;
