/** Tells of places in a text, asked from left to right, whether they stand inside a web address. */
export interface AddressTracker {
  /** `at` must not be smaller than at the call before, or the answer is that of the place before. */
  isInside(at: number): boolean;
}

const white = /\s/;
const wordChar = /[\p{L}\p{N}]/u;

/**
 * An address is what follows `://`, `www.` or `host.tld/` up to the next white space. Reads each character once,
 * and none unless asked.
 */
export function createAddressTracker(text: string): AddressTracker {
  let read = 0;
  let tokenStart = 0;
  let hasHost = false;
  let isAddress = false;

  return {
    isInside(at) {
      for (; read < at; read += 1) {
        const char = text.charAt(read);
        if (white.test(char)) {
          tokenStart = read + 1;
          hasHost = false;
          isAddress = false;
        } else if (isAddress) {
          continue;
        } else if (char === '.') {
          if (read > tokenStart && wordChar.test(text.charAt(read + 1))) hasHost = true;
          if (text.slice(read - 3, read).toLowerCase() === 'www') isAddress = true;
        } else if (char === '/') {
          isAddress = hasHost || text.startsWith('://', read - 1);
        }
      }
      return isAddress;
    },
  };
}
