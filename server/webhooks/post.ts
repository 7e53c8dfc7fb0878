/** One attempt to tell an address outside. Follows nothing, reads almost nothing of the answer. */
import { lookup } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** Slack answers within a second; whoever takes longer is tried again. */
const TIMEOUT_MS = 10_000;

export interface PostOptions {
  /** Addresses of the server's own net may be told too; set by whoever runs it. */
  allowsPrivate: boolean;
  timeoutMs?: number;
}

/** Null: it arrived. Else in words why not; never anything of the answer's body, which may be anybody's. */
export async function post(
  url: string,
  { headers, body }: { headers: Record<string, string>; body: string },
  { allowsPrivate, timeoutMs = TIMEOUT_MS }: PostOptions,
): Promise<string | null> {
  if (!URL.canParse(url)) return 'Its address is not a web address.';
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && !(protocol === 'http:' && allowsPrivate)) {
    return 'Its address does not begin with https.';
  }
  const host = hostname.replace(/^\[|\]$/gu, '');
  let found: { address: string; family: number };
  try {
    found = isIP(host) === 0 ? await lookup(host) : { address: host, family: isIP(host) };
  } catch {
    return 'Its host was not found.';
  }
  if (!allowsPrivate && !isPublicAddress(found.address)) {
    return 'Its address leads into a private network.';
  }
  return new Promise((resolve) => {
    const request = protocol === 'https:' ? requestHttps : requestHttp;
    const sent = request(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        // To the very address that was looked at: a name may lead elsewhere the next moment.
        lookup: (_name, options, callback) => {
          if (options.all === true) callback(null, [found]);
          else callback(null, found.address, found.family);
        },
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
      },
      (answer) => {
        const { statusCode = 0 } = answer;
        answer.destroy();
        if (statusCode >= 200 && statusCode < 300) resolve(null);
        else if (statusCode >= 300 && statusCode < 400) {
          resolve(`It answered ${statusCode} and leads elsewhere, which is not followed.`);
        } else resolve(`It answered ${statusCode}.`);
      },
    );
    sent.on('error', (error) => {
      const isSlow = error.name === 'AbortError' || error.name === 'TimeoutError';
      resolve(isSlow ? 'It did not answer in time.' : 'It could not be reached.');
    });
    sent.end(body);
  });
}
