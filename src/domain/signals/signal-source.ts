import { InvalidArgumentError } from '../../errors.ts'
import type { SeriesId } from '../series/series.ts'

/** Signals that recordings of the Allen Institute have under the same names everywhere. */
export type SignalName =
  | 'runningSpeed'
  | 'pupilArea'
  | 'pupilWidth'
  | 'filteredPupilArea'
  | 'gazeX'
  | 'gazeY'
  | 'filteredGazeX'
  | 'filteredGazeY'

/** One number at a time: which columns of which series it is made of. */
export interface SignalSource {
  readonly series: SeriesId
  /** one, or the two whose product it is */
  readonly columns: readonly string[]
  /** of `values`; null where the columns have one number per sample */
  readonly channel: number | null
  /** what it is multiplied with */
  readonly factor: number
  /** null: the file may say */
  readonly unit: string | null
}

const ofSession = { probeId: null }
const eye = { name: 'eyeTracking', ...ofSession } as const
const rawGaze = { name: 'rawGaze', ...ofSession } as const
const filteredGaze = { name: 'filteredGaze', ...ofSession } as const

const single = (series: SeriesId, column: string, unit: string): SignalSource => ({
  series,
  columns: [column],
  channel: null,
  factor: 1,
  unit,
})

/** Where each signal comes from. */
const namedSignals: Readonly<Record<SignalName, SignalSource>> = {
  runningSpeed: single({ name: 'runningSpeed', ...ofSession }, 'velocity', 'cm/s'),
  // Of an ellipse, whose axes the columns are.
  pupilArea: {
    series: eye,
    columns: ['pupilWidth', 'pupilHeight'],
    channel: null,
    factor: Math.PI / 4,
    unit: 'px²',
  },
  pupilWidth: single(eye, 'pupilWidth', 'px'),
  filteredPupilArea: single(filteredGaze, 'pupilArea', 'px²'),
  gazeX: single(rawGaze, 'screenX', 'cm'),
  gazeY: single(rawGaze, 'screenY', 'cm'),
  filteredGazeX: single(filteredGaze, 'screenX', 'cm'),
  filteredGazeY: single(filteredGaze, 'screenY', 'cm'),
}

/** A signal by its name, or a column of any TimeSeries. */
export type SignalReference =
  | { readonly name: SignalName }
  | { readonly path: string; readonly column: number }

export function isSignalName(name: string): name is SignalName {
  return Object.hasOwn(namedSignals, name)
}

/** What a signal is made of. */
export function signalSource(reference: SignalReference): SignalSource {
  if ('name' in reference) return namedSignals[reference.name]
  const { path, column } = reference
  return {
    series: { name: 'stored', probeId: null, path },
    columns: ['values'],
    channel: column,
    factor: 1,
    unit: null,
  }
}

/** @throws InvalidArgumentError where a series does not have the column */
export function assertColumn(path: string, column: number, channelCount: number): void {
  if (column >= 0 && column < channelCount) return
  throw new InvalidArgumentError(
    `column is ${column}; ${path} has ${channelCount === 1 ? 'only column 0' : `the columns 0 to ${channelCount - 1}`}.`,
  )
}
