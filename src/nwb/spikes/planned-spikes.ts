import type { ReadableSpikes, RecordedSpikes } from './recorded-spikes.ts'

/** Ends what would read spikes, as soon as it is known which. */
class PlannedError extends Error {}

/**
 * About how many bytes something would read of the spikes; reads none of them, but see
 * UnitSpikeReader.bytesToRead.
 *
 * @param read reads the spikes of units, all at once
 */
export function spikeBytesToRead(
  spikes: RecordedSpikes,
  read: (spikes: ReadableSpikes) => void,
): number {
  const { units } = spikes
  let bytes = 0
  let valuesPerSpike = 1
  const planned: ReadableSpikes = {
    units: {
      unit: (unitRow) => units.unit(unitRow),
      read(wanted) {
        bytes += valuesPerSpike * units.bytesToRead(wanted)
        throw new PlannedError()
      },
    },
    // They are read of the same spikes, and stored like their times, which stand in for them here.
    get amplitudes() {
      valuesPerSpike = 2
      return units.source
    },
  }
  try {
    read(planned)
  } catch (error) {
    if (!(error instanceof PlannedError)) throw error
  }
  return bytes
}
