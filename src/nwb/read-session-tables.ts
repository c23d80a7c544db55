import type { SessionTables } from '../domain/session-tables.ts'
import type { Hdf5File } from './hdf5.ts'
import { readOptogeneticEpochs, readRig } from './read-behaviour.ts'
import { readChannels, readProbes } from './read-electrodes.ts'
import { readMetadata } from './read-metadata.ts'
import { readEpochs, readInvalidTimes } from './read-stimuli.ts'
import { readUnits } from './read-units.ts'

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
  const invalidTimes = readInvalidTimes(file)
  const epochs = readEpochs(file, invalidTimes)
  const optogeneticEpochs = readOptogeneticEpochs(file)
  const rig = readRig(file)
  return { metadata, probes, channels, units, epochs, invalidTimes, optogeneticEpochs, rig }
}
