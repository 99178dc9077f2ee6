import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** Logs carry ids and codes, never addresses, names, tokens or query strings (S-60). */
export function createLog(level: string, to?: DestinationStream): Log {
  return pino({ level, base: null, serializers: { err: errorFacts } }, to);
}

/** What an error may tell the log: its kind, code and stack, not its message, which may quote a row's values. */
export function errorFacts(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 12);
  return { type: error.name, code, stack: frames };
}
