import { expect, test } from 'vitest'
import {
  AddressOutdatedError,
  InvalidArgumentError,
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
} from '../../../src/errors.ts'
import { ArrayNotFoundError, statusOf } from '../../../src/http/arrays/array-errors.ts'

test.each([
  [503, new ServerBusyError()],
  [503, new RequestAbortedError()],
  [503, new StillReadingError('1', 2, 'one of two files so far')],
  [503, new RecordingError('DISK_SILENT', 'a.nwb')],
  [410, new AddressOutdatedError('1', 'file')],
  [410, new RecordingError('FILE_CHANGED', 'a.nwb')],
  [413, new TooManyCellsError(2, 1)],
  [413, new TooManyBinsError(2, 1)],
  [413, new TooManyOperationsError(2, 1)],
  [404, new SessionNotFoundError('1', 2)],
  [404, new SessionNotAvailableError('1')],
  [404, new SeriesNotFoundError('lfp', [])],
  [404, new ArrayNotFoundError('nothing.npy')],
  [404, new RecordingError('FILE_MISSING', 'a.nwb')],
  [500, new RecordingError('FILE_DAMAGED', 'a.nwb')],
  [400, new InvalidArgumentError('start is after stop')],
])('an address is answered with %i for %s', (status, error) => {
  expect(statusOf(error)).toBe(status)
})
