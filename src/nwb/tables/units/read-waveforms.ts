import { RequestAbortedError } from '../../../errors.ts'
import type { WaveformRequest } from '../../../sessions/unit-requests.ts'
import type { IsCancelled } from '../../spikes/unit-spike-reader.ts'
import type { WaveformColumn } from './waveform-column.ts'

/** See SessionBatches.meanWaveforms. Read in file order. */
export function readWaveforms(
  column: WaveformColumn,
  requests: readonly WaveformRequest[],
  isCancelled: IsCancelled,
): Float64Array[] {
  const responses = new Array<Float64Array>(requests.length)
  const inFileOrder = [...requests.entries()].sort(([, a], [, b]) => a.unitRow - b.unitRow)
  for (const [position, { unitRow, rows }] of inFileOrder) {
    if (isCancelled()) throw new RequestAbortedError()
    responses[position] = column.read(unitRow, rows)
  }
  return responses
}

/** About how many bytes of the file a waveform takes: as float64, as the AllenSDK writes it. */
export function bytesOfWaveforms({ stored }: WaveformColumn, { rows }: WaveformRequest): number {
  return rows.length * stored.sampleCount * Float64Array.BYTES_PER_ELEMENT
}
