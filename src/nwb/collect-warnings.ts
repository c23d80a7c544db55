import type { SessionWarning } from '../domain/session/session-warning.ts'
import { isOwnFault, orLeftOut } from '../hdf5/own-fault.ts'
import type { OpenRecording } from './open-recording.ts'
import { warnOfSeries } from './series/series-warnings.ts'
import { checkSpikes } from './spikes/check-spikes.ts'
import { listIntervalTables } from './tables/intervals/list-intervals.ts'
import { readConditions } from './tables/intervals/read-parameters.ts'
import { readPresentations } from './tables/intervals/read-stimuli.ts'
import { readSessionTables } from './tables/read-session-tables.ts'
import { warnOfOtherUnits } from './tables/units/units-table.ts'

/** See SessionContents.warnings. Whatever can warn is read here. */
export function collectWarnings(recording: OpenRecording): SessionWarning[] {
  const { file } = recording
  return file.collectWarnings(() => {
    readSessionTables(file)
    warnOfConditions(recording)
    listIntervalTables(file)
    warnOfSeries(file)
    warnOfOtherUnits(file)
    orLeftOut(file, '/units/spike_times', () => {
      const warning = checkSpikes(recording.spikes)
      if (warning) file.warn(warning)
    })
  })
}

/** Where no table of intervals can be read, everything there is to say was said before. */
function warnOfConditions({ file }: OpenRecording): void {
  try {
    readConditions(file, readPresentations(file))
  } catch (error) {
    if (!isOwnFault(error)) throw error
  }
}
