import { RecordingError, type RecordingProblem } from '../../errors.ts'

/**
 * Why a request failed. `transient`: another attempt may; `changed`: the
 * server has other bytes than before, or one of several that are not alike.
 */
export type FaultKind = 'transient' | 'denied' | 'missing' | 'changed' | 'unsuitable'

/** A request that failed. Its message is one clause, without secrets. */
export class FetchFault extends Error {
  override readonly name = 'FetchFault'
  readonly kind: FaultKind
  /** ms that the server asks to wait */
  readonly retryAfter: number | null

  constructor(kind: FaultKind, message: string, retryAfter: number | null = null) {
    super(message)
    this.kind = kind
    this.retryAfter = retryAfter
  }
}

const problems: Readonly<Record<FaultKind, RecordingProblem>> = {
  transient: 'REMOTE_UNREACHABLE',
  denied: 'REMOTE_DENIED',
  missing: 'FILE_MISSING',
  changed: 'FILE_CHANGED',
  unsuitable: 'REMOTE_UNSUITABLE',
}

/** A fault as the caller's error. */
export function remoteError(name: string, fault: FetchFault): RecordingError {
  return new RecordingError(problems[fault.kind], name, fault.message)
}

const RETRIED = [408, 429, 500, 502, 503, 504]

/**
 * What a status other than the expected one says. Bodies are never quoted: some services repeat the
 * request in them, credentials included.
 */
export function statusFault(status: number, retryAfter: string | null): FetchFault {
  const message = `HTTP ${status}`
  if (RETRIED.includes(status)) return new FetchFault('transient', message, waitOf(retryAfter))
  if (status === 401 || status === 403) return new FetchFault('denied', message)
  if (status === 404 || status === 410) return new FetchFault('missing', message)
  if (status === 412) return new FetchFault('changed', message)
  return new FetchFault('unsuitable', message)
}

/** Retry-After: seconds, or a date. */
function waitOf(header: string | null): number | null {
  if (header === null) return null
  const seconds = Number(header)
  if (Number.isFinite(seconds)) return Math.max(0, 1000 * seconds)
  const date = Date.parse(header)
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now())
}

/** Whatever was thrown while a request ran, as a fault. */
export function faultOf(error: unknown): FetchFault {
  if (error instanceof FetchFault) return error
  // undici puts the error of a socket into the cause of its own.
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (cause instanceof Error && cause.name === 'PrivateNetworkError') {
    return new FetchFault('unsuitable', `a redirect was refused: ${cause.message}`)
  }
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'connection failed'
  if (isOfCertificate(code)) {
    const cure = 'for a certificate authority of your own, set NODE_EXTRA_CA_CERTS'
    return new FetchFault('unsuitable', `its certificate is not trusted (${code}); ${cure}`)
  }
  return new FetchFault('transient', code)
}

const isOfCertificate = (code: string) => /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY/.test(code)
