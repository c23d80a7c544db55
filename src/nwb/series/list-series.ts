import type { StoredSeries } from '../../domain/series/series.ts'
import { RecordingError } from '../../errors.ts'
import type { Hdf5File } from '../../hdf5/hdf5-file.ts'

/** Where NWB keeps what was measured, computed from it, or shown. */
const FOLDERS = [
  '/acquisition',
  '/analysis',
  '/processing',
  '/scratch',
  '/stimulus/presentation',
  '/stimulus/templates',
]

/** Groups within groups: far more than any file has, and an end to those that hold themselves. */
const DEEPEST = 32

/** Groups that are looked at: some seconds' work. */
const MOST_GROUPS = 200_000

/**
 * NWB's TimeSeries of a file, wherever they lie, in order of their paths: groups with numbers in
 * `data`, one or one row per sample, and times.
 *
 * @throws RecordingError UNSUPPORTED_LAYOUT where groups have no end
 */
export function listSeries(file: Hdf5File): StoredSeries[] {
  const found: StoredSeries[] = []
  let groups = 0
  const visit = (path: string, depth: number) => {
    if (file.kind(path) !== 'group') return
    if (++groups > MOST_GROUPS || depth > DEEPEST) {
      const what = `at ${path} there are more than ${MOST_GROUPS} groups that may hold time series, or they are nested deeper than ${DEEPEST}; a group may contain itself`
      throw new RecordingError('UNSUPPORTED_LAYOUT', file.name, what)
    }
    const children = file.children(path)
    const series = children.includes('data') ? seriesAt(file, path, children) : null
    if (series) found.push(series)
    else for (const name of children) visit(`${path}/${name}`, depth + 1)
  }
  for (const folder of FOLDERS) visit(folder, 0)
  return found
}

function seriesAt(file: Hdf5File, path: string, children: readonly string[]): StoredSeries | null {
  const hasTimes = children.includes('timestamps') || children.includes('starting_time')
  const data = file.dataset(`${path}/data`)
  if (!hasTimes || !data) {
    warnOfParts(file, path, hasTimes ? 'its data are not a dataset' : 'it has no times')
    return null
  }
  if (!data.isNumeric || data.shape.length === 0 || data.shape.length > 2) {
    const found = `${path} is not served: its data hold ${data.holds} in ${data.shape.length} dimensions; a time series must have one number, or one row of numbers, per sample.`
    file.warn({ code: 'SERIES_UNREADABLE', path, message: `${found} Read it with pynwb.` })
    return null
  }
  return {
    path,
    type: file.attributes.text(path, 'neurodata_type'),
    description: file.attributes.text(path, 'description'),
    unit: file.attributes.text(`${path}/data`, 'unit'),
    sampleCount: data.length,
    channelCount: data.shape[1] ?? 1,
  }
}

/** Other groups than time series have something named `data`, too. */
function warnOfParts(file: Hdf5File, path: string, found: string): void {
  if (!file.attributes.text(path, 'neurodata_type')?.endsWith('Series')) return
  const message = `${path} is not served: ${found}; a time series must have a dataset \`data\`, and \`timestamps\` or \`starting_time\`. Write the series again.`
  file.warn({ code: 'SERIES_UNREADABLE', path, message })
}
