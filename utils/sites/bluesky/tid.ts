const TID = /^[2-7a-j][2-7a-z]{12}$/u;
const DIGITS = '234567abcdefghijklmnopqrstuvwxyz';
/** The low ten bits of a TID name the clock; the rest counts microseconds since 1970 (atproto.com/specs/tid). */
const CLOCK_BITS = 10n;
/** Before the network and after this century a key is a number somebody chose, not a time. */
const EARLIEST = Date.UTC(2022, 0);
const LATEST = Date.UTC(2100, 0);

/** When a record key was made, ms since 1970; null when the key is not a timestamp. */
export function toTidTime(key: string): number | null {
  if (!TID.test(key)) return null;
  let value = 0n;
  for (const digit of key) value = value * 32n + BigInt(DIGITS.indexOf(digit));
  const time = Number((value >> CLOCK_BITS) / 1000n);
  return time >= EARLIEST && time < LATEST ? time : null;
}
