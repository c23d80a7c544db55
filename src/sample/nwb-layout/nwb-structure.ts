import type { FileStructure } from '../../nwb-writing/hdf5-bytes/hdf5-writer.ts'
import { writeExtension, writeRoot } from '../../nwb-writing/nwb-root.ts'
import { NwbWriter } from '../../nwb-writing/nwb-writer.ts'
import type { Recording } from '../recording.ts'
import { writeEyeTracking } from './nwb-eye-tracking.ts'
import { writeGeneral } from './nwb-general.ts'
import { writeIntervals } from './nwb-intervals.ts'
import { writeOptotagging } from './nwb-optotagging.ts'
import { writeRunning } from './nwb-running.ts'
import { writeUnits } from './nwb-units.ts'

/** A fixed date: the file is the same whenever it is written. */
const CREATED_AT = '2020-06-01T00:00:00+00:00'

/** Everything in the file of a session but the values of the three large unit columns. */
export async function writeNwbStructure(recording: Recording): Promise<FileStructure> {
  const nwb = await NwbWriter.open(`session ${recording.id}`, 'public files')
  writeRoot(nwb, {
    identifier: String(recording.id),
    description: 'Synthetic sample of an extracellular recording',
    startTime: recording.startTime,
    createdAt: CREATED_AT,
  })
  writeExtension(nwb)
  writeGeneral(nwb, recording)
  writeRunning(nwb, recording)
  writeIntervals(nwb, recording)
  if (recording.hasEyeTracking) writeEyeTracking(nwb, recording)
  if (recording.hasOptotagging) writeOptotagging(nwb, recording)
  writeUnits(nwb, recording)
  return nwb.hdf5.finish()
}
