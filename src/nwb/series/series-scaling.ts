import { RecordingError } from '../../errors.ts'
import type { Hdf5File } from '../../hdf5/hdf5-file.ts'
import type { ColumnSource } from './allensdk-series.ts'

/**
 * How stored numbers become values:
 * `(data * conversion * gain of the channel + offset) * factor`, rounded in this order.
 */
export interface SeriesScaling {
  readonly conversion: number
  /** shape [channels]; null: 1 for all */
  readonly gains: Float64Array | null
  readonly offset: number
  readonly factor: number
}

/**
 * What a file says of a column's unit: NWB's `conversion`, `channel_conversion` and `offset`.
 *
 * @throws RecordingError UNSUPPORTED_LAYOUT for gains that are not one number per channel, and a
 *   conversion or offset that is not one finite number
 */
export function seriesScaling(
  file: Hdf5File,
  { path, factor = 1 }: ColumnSource,
  channelCount: number,
): SeriesScaling {
  if (!path.endsWith('/data')) return { conversion: 1, gains: null, offset: 0, factor }
  return {
    conversion: scaleOf(file, path, 'conversion', 1),
    gains: readGains(file, path.replace(/data$/, 'channel_conversion'), channelCount),
    offset: scaleOf(file, path, 'offset', 0),
    factor,
  }
}

/**
 * Without it the values would be wrong by an unknown factor, so that what cannot be
 * read is not taken as absent.
 */
function scaleOf(file: Hdf5File, path: string, name: string, absent: number): number {
  const value = file.attributes.number(path, name)
  if (value !== null && Number.isFinite(value)) return value
  if (!file.attributes.names(path).includes(name)) return absent
  const found = `the attribute ${name} of ${path} is not one finite number`
  throw new RecordingError('UNSUPPORTED_LAYOUT', file.name, found)
}

function readGains(file: Hdf5File, path: string, channelCount: number): Float64Array | null {
  const dataset = file.dataset(path)
  if (!dataset) return null
  const axis = file.attributes.number(path, 'axis') ?? 1
  const gainCount = dataset.shape.reduce((product, length) => product * length, 1)
  if (gainCount === channelCount && axis === 1 && dataset.isNumeric) {
    return warnOfMissing(file, path, dataset.numbers())
  }
  const found = dataset.isNumeric
    ? `${path} has ${gainCount} gains along axis ${axis} of the data; expected one for each of the ${channelCount} channels, along axis 1`
    : `${path} holds ${dataset.holds} where numbers are expected`
  throw new RecordingError('UNSUPPORTED_LAYOUT', file.name, found)
}

function warnOfMissing(file: Hdf5File, path: string, gains: Float64Array): Float64Array {
  const missing = gains.filter((gain) => !Number.isFinite(gain)).length
  if (missing > 0) {
    const message = `${path} has ${missing} gains that are not finite numbers; all samples of these channels are null. Write the gains again.`
    file.warn({ code: 'VALUES_LEFT_OUT', path, message })
  }
  return gains.map((gain) => (Number.isFinite(gain) ? gain : Number.NaN))
}

/**
 * Scale samples in place.
 *
 * @param samples shape [samples, channels]
 * @param channels which channel of the series each column is
 */
export function scaleSamples(
  samples: Float64Array,
  channels: readonly number[],
  { conversion, gains, offset, factor }: SeriesScaling,
): void {
  if (conversion === 1 && !gains && offset === 0 && factor === 1) return
  const gainOf = channels.map((channel) => gains?.[channel] ?? 1)
  for (let at = 0; at < samples.length; ) {
    for (let column = 0; column < gainOf.length; column++, at++) {
      const value = samples[at] * conversion * gainOf[column]
      samples[at] = (value + offset) * factor
    }
  }
}
