import type { TextRange } from '#utils/text/sentences.ts';
import type { Check } from './draft-check.ts';

// Also what was meant to be an address: "htp://", "https//", "https:/acme.com", "https:// acme.com".
const ADDRESS = /(?<![\p{L}\p{N}])(?:h?t?tps?(?::\/{0,3}|\/\/)\s?|www\.)[^\s<>"“”]*/giu;
const HEAD = /^https?:\/\/(?=\S)|^www\./iu;
const SHORTENERS = new Set(
  'bit.ly tinyurl.com goo.gl ow.ly buff.ly is.gd cutt.ly rebrand.ly t.ly rb.gy shorturl.at tiny.cc bl.ink lnkd.in dlvr.it'.split(
    ' ',
  ),
);
const TRACKING = /[?&](?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|msclkid|yclid|_hsenc|_hsmi)=/iu;
const LOCAL =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0|\[)|\.(?:local|internal|test|invalid|localhost)$/iu;
const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{1,62}$/u;

interface Fault {
  level: 'notice' | 'warning';
  message: string;
}

const broken = (why: string): Fault => ({
  level: 'warning',
  message: `This link will not work (${why}): paste the whole address again.`,
});

function findFault(address: string): Fault | null {
  if (!HEAD.test(address)) return broken('it does not begin with https://');
  if (/…|\.{3,}$/u.test(address)) return broken('it was cut short');
  const marks = /[.,;:!?)\]}'’]+$/u.exec(address)?.[0] ?? '';
  const closes = marks.startsWith(')') && address.includes('(');
  const plain = closes ? address : address.slice(0, address.length - marks.length);
  const host = plain
    .replace(HEAD, '')
    .replace(/[/?#].*$/su, '')
    .replace(/:\d+$/u, '')
    .replace(/\.$/u, '')
    .replace(/^[^@]*@/u, '');
  if (LOCAL.test(host)) return broken('it leads to a place inside your own network');
  if (!HOST.test(host) && !/^www$/iu.test(host) && !HOST.test(`www.${host}`)) {
    return broken('its host is not one');
  }
  if (/^https?:/iu.test(address) && !HOST.test(host)) return broken('its host is not one');
  if (/^http:/iu.test(address)) {
    return { level: 'notice', message: 'This link is not encrypted: begin it with https://.' };
  }
  if (SHORTENERS.has(host.toLowerCase())) {
    return { level: 'notice', message: 'Nobody sees where a short link leads: use the whole one.' };
  }
  if (TRACKING.test(plain)) {
    return {
      level: 'notice',
      message: 'This link tracks who opens it: cut it at the question mark.',
    };
  }
  if (/[^.!?]/u.test(marks) && !closes) {
    return { level: 'notice', message: 'A mark touches this link: put a space between them.' };
  }
  return null;
}

/** Syntax only: nothing is fetched. What ends a sentence is left out of an address by every site, and so is it here. */
export const checkLink: Check = (draft) => {
  const faults: (Fault & { at: TextRange })[] = Array.from(draft.matchAll(ADDRESS)).flatMap(
    (match) => {
      const address = match[0];
      const fault = findFault(address);
      const at = { start: match.index, end: match.index + address.length };
      return fault ? [{ ...fault, at }] : [];
    },
  );
  const worst = faults.find((fault) => fault.level === 'warning') ?? faults[0];
  if (!worst) return null;
  const { level, message } = worst;
  const alike = faults.filter((fault) => fault.message === message);
  return { id: 'link', level, message, at: alike.map((fault) => fault.at) };
};
