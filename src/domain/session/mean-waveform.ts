import type { SessionTables } from './session-tables.ts'

export const waveformChannels = ['peak', 'valid', 'all'] as const

/** Which channels of a mean waveform are wanted. */
export type WaveformChannels = (typeof waveformChannels)[number]

/** Rows of a unit's stored waveform, and the channels that they are of. */
export interface WaveformRows {
  /** rows as stored; shape [channels] */
  readonly rows: Uint32Array
  /** rows of the channels table, -1 where no channel is known; shape [channels] */
  readonly channelRows: Int32Array
}

/**
 * Which rows of a unit's mean waveform to read. Row `i` is of the channel numbered `i` on the
 * unit's probe, as the AllenSDK takes it; a waveform of a single row is of the peak channel, also
 * where the file does not say which one that is. Null: the file stores none for the unit.
 */
export function waveformRows(
  { units, channels }: SessionTables,
  unitRow: number,
  wanted: WaveformChannels,
): WaveformRows | null {
  const rowCount = units.waveforms?.rowCounts[unitRow] ?? 0
  if (rowCount === 0) return null
  const peak = units.channelRows[unitRow]
  if (rowCount === 1 && peak < 0) {
    return { rows: Uint32Array.of(0), channelRows: Int32Array.of(-1) }
  }
  const channelOf =
    rowCount === 1
      ? Int32Array.of(peak)
      : channelsByNumber(channels, units.probeRows[unitRow], rowCount)
  const rows = Uint32Array.from(channelOf, (_, row) => row).filter((row) => {
    const channelRow = channelOf[row]
    if (wanted === 'peak') return channelRow >= 0 && channelRow === peak
    if (wanted === 'valid') return channelRow >= 0 && channels.valid?.[channelRow] !== 0
    return true
  })
  return { rows, channelRows: Int32Array.from(rows, (row) => channelOf[row]) }
}

/**
 * Row of the channel with each number on a probe, from 0; -1 where the file has none. Without
 * numbers: in order of the file.
 */
function channelsByNumber(
  { count, probeRows, localIndex }: SessionTables['channels'],
  probeRow: number,
  length: number,
): Int32Array {
  const channelOf = new Int32Array(length).fill(-1)
  let next = 0
  for (let row = 0; row < count; row++) {
    if (probeRows[row] !== probeRow) continue
    const number = localIndex ? localIndex[row] : next++
    // What is not one of its positions, an array of numbers leaves out.
    channelOf[number] = row
  }
  return channelOf
}

/**
 * Time of each sample, in seconds from the first: sample / sampling rate.
 *
 * @param samplingRate Hz; null where the file does not say
 */
export function sampleTimes(sampleCount: number, samplingRate: number | null): Float64Array | null {
  if (samplingRate === null) return null
  return Float64Array.from({ length: sampleCount }, (_, sample) => sample / samplingRate)
}
