const FORMULA = /^[=+\-@\t\r']/u;

/**
 * A cell of a CSV file that no spreadsheet runs as a formula: what begins like one gets a `'` in front, which Hearback's own
 * readers take away again (OWASP, CSV injection).
 */
export function toCsvCell(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
