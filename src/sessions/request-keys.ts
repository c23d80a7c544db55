import { createHash } from 'node:crypto'
import type { CorrelogramRequest } from '../domain/analyses/correlograms/correlogram-request.ts'
import type { TrainRequest } from '../domain/analyses/trains/train-request.ts'
import type { MatrixRequest, SpikeTimesRequest, WaveformRequest } from './unit-requests.ts'

/** Lists of rows are shared by many matrices, and long. */
const digests = new WeakMap<Uint32Array, string>()

export function matrixKey({ bins, unitRows }: MatrixRequest): string {
  const { start, stop, size, count } = bins
  return `${start} ${stop} ${size} ${count} ${rowsKey(unitRows)}`
}

export function spikesKey({ unitRow, span }: SpikeTimesRequest): string {
  return `${unitRow} ${span.startTime} ${span.stopTime}`
}

export function waveformKey({ unitRow, rows }: WaveformRequest): string {
  return `${unitRow} ${rows.join()}`
}

/** What was observed follows from the rest, and the file. */
export function trainKey({ unitRows, rows, observation: _, ...summary }: TrainRequest): string {
  return `${plainText(summary)} ${textDigest(rows)} ${rowsKey(unitRows)}`
}

export function correlogramKey({ unitRows, intervals, ...requested }: CorrelogramRequest): string {
  return `${plainText(requested)} ${textDigest(intervals)} ${rowsKey(unitRows)}`
}

/** Typed arrays as lists. */
function plainText(value: object): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part instanceof Float64Array || part instanceof Int32Array ? Array.from(part) : part,
  )
}

/** For requests of plain values. JSON has no infinite numbers: a span is without end on both. */
export function textKey(request: object): string {
  return JSON.stringify(request)
}

/** Equal for equal lists of rows, which must not change. */
function rowsKey(rows: Uint32Array): string {
  const known = digests.get(rows)
  if (known !== undefined) return known
  const digest = createHash('sha256').update(rows).digest('base64url')
  digests.set(rows, digest)
  return digest
}

/** Long lists are parts of many keys. */
const textDigests = new WeakMap<object, string>()

/** Equal for lists of plain values that are equal, which must not change. */
function textDigest(list: object): string {
  const known = textDigests.get(list)
  if (known !== undefined) return known
  const digest = createHash('sha256').update(JSON.stringify(list)).digest('base64url')
  textDigests.set(list, digest)
  return digest
}
