import type { StoredSeries } from '../domain/series.ts'
import type { Hdf5File } from './hdf5.ts'

/** Where NWB keeps what was measured, or computed from it. */
const FOLDERS = ['/acquisition', '/processing', '/analysis', '/stimulus/presentation']

/** A module, an interface in it, and its series. */
const DEEPEST = 3

/** A file with more groups than this keeps something else there. */
const MOST_GROUPS = 2000

/**
 * NWB's TimeSeries of a file, wherever they lie, in order of their paths: groups with numbers in `data`, one or one row a sample, and times.
 */
export function listSeries(file: Hdf5File): StoredSeries[] {
  const found: StoredSeries[] = []
  let groups = 0
  const visit = (path: string, depth: number) => {
    if (++groups > MOST_GROUPS || file.kind(path) !== 'group') return
    const series = seriesAt(file, path)
    if (series) found.push(series)
    else if (depth < DEEPEST) {
      for (const name of file.children(path)) visit(`${path}/${name}`, depth + 1)
    }
  }
  for (const folder of FOLDERS) visit(folder, 0)
  return found
}

function seriesAt(file: Hdf5File, path: string): StoredSeries | null {
  const hasTimes =
    file.kind(`${path}/timestamps`) === 'dataset' ||
    file.kind(`${path}/starting_time`) === 'dataset'
  const data = hasTimes ? file.dataset(`${path}/data`) : null
  if (!data?.isNumeric || data.shape.length === 0 || data.shape.length > 2) return null
  return {
    path,
    type: file.attributeText(path, 'neurodata_type'),
    description: file.attributeText(path, 'description'),
    unit: file.attributeText(`${path}/data`, 'unit'),
    sampleCount: data.length,
    channelCount: data.shape[1] ?? 1,
  }
}
