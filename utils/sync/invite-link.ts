/** Splits an invite link into the server's origin and the secret; null when it is not one. */
export function parseInviteLink(link: string): { server: string; invite: string } | null {
  try {
    const url = new URL(link.trim());
    const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
    const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLocal);
    const invite = url.hash.slice(1);
    if (!isSafe || !url.pathname.endsWith('/join') || invite.length < 10) return null;
    return { server: url.origin, invite };
  } catch {
    return null;
  }
}
