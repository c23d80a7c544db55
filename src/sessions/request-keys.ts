import { createHash } from 'node:crypto'
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
