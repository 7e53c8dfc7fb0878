/** What a log line may hold: names, numbers and ids, never a text that somebody wrote, never a token. */
export interface LogFields {
  method?: string;
  /** The pattern of the route, not the address. */
  route?: string;
  status?: number;
  ms?: number;
  teamId?: string;
  memberId?: string;
  deviceId?: string;
  code?: string | number;
  count?: number;
  /** The class of an error and the place where it was thrown, without its message. */
  error?: string;
  at?: string;
}

export interface Logger {
  info(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

const allowed: readonly (keyof LogFields)[] = [
  'method',
  'route',
  'status',
  'ms',
  'teamId',
  'memberId',
  'deviceId',
  'code',
  'count',
  'error',
  'at',
];

/** One JSON object a line. Fields that are not allowed are left out, whatever a caller passes. */
export function createLogger(
  write: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): Logger {
  const log = (level: string, event: string, fields: LogFields = {}) => {
    const line: Record<string, string | number> = { level, event };
    for (const name of allowed) {
      const value = fields[name];
      if (value !== undefined) line[name] = typeof value === 'string' ? value.slice(0, 200) : value;
    }
    write(JSON.stringify(line));
  };
  return {
    info: (event, fields) => log('info', event, fields),
    error: (event, fields) => log('error', event, fields),
  };
}

/** Says nothing. */
export const silentLogger: Logger = { info: () => undefined, error: () => undefined };

/** What may be logged of an error: its class and the first line of its stack. */
export function toErrorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const place = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return { error: error.name, ...(place === undefined ? {} : { at: place.trim() }) };
}
