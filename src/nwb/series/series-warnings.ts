import type { SeriesId } from '../../domain/series/series.ts'
import type { Hdf5File } from '../../hdf5/hdf5-file.ts'
import { isOwnFault } from '../../hdf5/own-fault.ts'
import { listSeries } from './list-series.ts'
import { assertReadable } from './read-series.ts'

/**
 * Warn of time series that cannot be listed, or that are listed but whose samples cannot be
 * answered. Looks at no sample.
 */
export function warnOfSeries(file: Hdf5File): void {
  const problem = problemOf(() => {
    for (const { path } of listSeries(file)) warnOfOne(file, path)
  })
  if (!problem) return
  const message = `The time series of the file cannot be listed: ${problem}. Write the file again without groups that contain themselves.`
  file.warn({ code: 'SERIES_UNREADABLE', path: null, message })
}

function warnOfOne(file: Hdf5File, path: string): void {
  const series: SeriesId = { name: 'stored', probeId: null, path }
  const problem = problemOf(() => assertReadable(file, series))
  if (!problem) return
  const message = `The samples of ${path} cannot be returned: ${problem}. Write the series again.`
  file.warn({ code: 'SERIES_UNREADABLE', path, message })
}

/** What does not fit in what is read; a file that cannot be read is an error still. */
function problemOf(read: () => void): string | null {
  try {
    read()
    return null
  } catch (error) {
    if (!isOwnFault(error)) throw error
    return error.detail
  }
}
