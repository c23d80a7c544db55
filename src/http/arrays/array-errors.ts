import {
  AddressOutdatedError,
  RateLimitedError,
  RecordingError,
  RequestAbortedError,
  SeriesNotFoundError,
  ServerBusyError,
  SessionNotAvailableError,
  SessionNotFoundError,
  StillReadingError,
  TooManyBinsError,
  TooManyCellsError,
  TooManyOperationsError,
  UserError,
} from '../../errors.ts'

/** No array of such a name. */
export class ArrayNotFoundError extends UserError {
  override readonly name = 'ArrayNotFoundError'
  readonly code = 'NOT_FOUND'

  constructor(fileName: string) {
    super(`There is no array "${fileName.slice(0, 100)}". Query a field href for an address.`)
  }
}

/** The status of an error at an array's address; 400 for a wrong request. */
export function statusOf(error: UserError): number {
  const isPassing =
    error instanceof ServerBusyError ||
    error instanceof RequestAbortedError ||
    error instanceof StillReadingError
  if (isPassing) return 503
  if (error instanceof RateLimitedError) return 429
  if (error instanceof AddressOutdatedError) return 410
  const isTooMuch =
    error instanceof TooManyCellsError ||
    error instanceof TooManyBinsError ||
    error instanceof TooManyOperationsError
  if (isTooMuch) return 413
  if (error instanceof RecordingError) return statusOfRecording(error)
  const isMissing =
    error instanceof SessionNotFoundError ||
    error instanceof SessionNotAvailableError ||
    error instanceof SeriesNotFoundError ||
    error instanceof ArrayNotFoundError
  return isMissing ? 404 : 400
}

/**
 * A file that changed while it was read has another version now; a disk may respond again; what
 * cannot be read is a fault on our side.
 */
function statusOfRecording({ code }: RecordingError): number {
  if (code === 'FILE_CHANGED') return 410
  if (code === 'DISK_SILENT') return 503
  return code === 'FILE_MISSING' ? 404 : 500
}
