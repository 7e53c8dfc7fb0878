/** Address as people type it → origin; null when it is none we may read: https, or http on this machine. */
export function toOrigin(address: string): string | null {
  try {
    const typed = address.trim();
    const url = new URL(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`);
    const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
    const isWeb = url.protocol === 'https:' || (url.protocol === 'http:' && isLocal);
    return isWeb && url.hostname !== '' ? url.origin : null;
  } catch {
    return null;
  }
}

/** The match pattern of an origin. Patterns carry no port, so a port is matched by its host. */
export function toMatchPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
