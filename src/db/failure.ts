/** Which failures of the database mean "try again" and which mean "it is away". */

const RETRYABLE = new Set(['P2034', '40001', '40P01']);
const AWAY = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '55000',
  '08000',
  '08003',
  '08006',
]);
const AWAY_SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE']);
const AWAY_WORDS =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect|Can't reach database|starting up|shutting down/i;

export function isSerializationFailure(error: unknown): boolean {
  return codesOf(error).some((code) => RETRYABLE.has(code));
}

/** True when the database cannot be reached or has just gone: the answer is 503, and the next request may work (R-20). */
export function isDatabaseAway(error: unknown): boolean {
  if (codesOf(error).some((code) => AWAY.has(code) || AWAY_SYSTEM.has(code))) return true;
  return error instanceof Error && AWAY_WORDS.test(error.message);
}

export function isUniqueViolation(error: unknown): boolean {
  return codesOf(error).some((code) => code === 'P2002' || code === '23505');
}

/** Prisma's code, the driver's original code and those of the causes. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  let next: unknown = error;
  for (let depth = 0; depth < 6 && typeof next === 'object' && next !== null; depth += 1) {
    const at = next as { code?: unknown; originalCode?: unknown; cause?: unknown; meta?: { driverAdapterError?: unknown; code?: unknown } };
    for (const code of [at.code, at.originalCode, at.meta?.code]) if (typeof code === 'string') codes.push(code);
    next = at.cause ?? at.meta?.driverAdapterError;
  }
  return codes;
}
