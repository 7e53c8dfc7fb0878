const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bFirefox\//, 'Firefox'],
  // Last: all the others that are built on it name it too.
  [/(?:\b|Headless)Chrom(?:e|ium)\//, 'Chrome'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\bWindows\b/, 'Windows'],
  [/\bAndroid\b/, 'Android'],
  [/\b(?:Macintosh|Mac OS X)\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** What people call a browser, from its user agent: `Chrome on Windows`. A name that is none stays as it is. */
export function toDeviceName(userAgent: string): string {
  if (!userAgent.startsWith('Mozilla/')) return userAgent.trim() || 'A browser';
  const find = (table: typeof browsers) => table.find(([mark]) => mark.test(userAgent))?.[1];
  const browser = find(browsers);
  const system = find(systems);
  const name = browser ?? 'A browser';
  return system === undefined ? name : `${name} on ${system}`;
}
