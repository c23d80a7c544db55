import type { InvalidTime, SessionTables } from '../../domain/session/session-tables.ts'
import type { Hdf5File } from '../../hdf5/hdf5-file.ts'
import { isOwnFault } from '../../hdf5/own-fault.ts'
import { readEpochs, readInvalidTimes } from './intervals/read-stimuli.ts'
import { readOptogeneticEpochs, readRig } from './read-behaviour.ts'
import { readChannels, readProbes } from './read-electrodes.ts'
import { readMetadata } from './read-metadata.ts'
import { warnOfRepeatedIds } from './repeated-ids.ts'
import { readUnits } from './units/read-units.ts'

/**
 * Everything that a recording says but its spikes.
 *
 * @throws RecordingError
 */
export function readSessionTables(file: Hdf5File): SessionTables {
  const metadata = readMetadata(file)
  const probes = readProbes(file)
  const channels = readChannels(file, probes)
  const units = readUnits(file, channels, probes)
  warnOfRepeatedIds(file, { units, channels, probes })
  const invalidTimes = readInvalidTimes(file)
  const epochs = epochsOrFault(file, invalidTimes)
  const optogeneticEpochs = readOptogeneticEpochs(file)
  const rig = readRig(file)
  return { metadata, probes, channels, units, ...epochs, invalidTimes, optogeneticEpochs, rig }
}

/**
 * Spikes are served also where no table of intervals can be read: it fails whoever asks for epochs.
 */
function epochsOrFault(
  file: Hdf5File,
  invalidTimes: readonly InvalidTime[],
): Pick<SessionTables, 'epochs' | 'epochsFault'> {
  try {
    return { epochs: readEpochs(file, invalidTimes), epochsFault: null }
  } catch (error) {
    if (!isOwnFault(error)) throw error
    const { code, fileName, detail } = error
    return { epochs: [], epochsFault: { code, fileName, detail } }
  }
}
