import { EXTENSION, extensionFiles } from '../../nwb-writing/ecephys-extension.ts'
import { reference } from '../../nwb-writing/hdf5-bytes/hdf5-values.ts'
import type { FileStructure } from '../../nwb-writing/hdf5-bytes/hdf5-writer.ts'
import { NwbWriter } from '../../nwb-writing/nwb-writer.ts'
import type { Recording } from '../recording.ts'
import { writeEyeTracking } from './nwb-eye-tracking.ts'
import { writeGeneral } from './nwb-general.ts'
import { writeIntervals } from './nwb-intervals.ts'
import { writeOptotagging } from './nwb-optotagging.ts'
import { writeRunning } from './nwb-running.ts'
import { writeUnits } from './nwb-units.ts'

/** The version of NWB core that the public files have. */
const NWB_VERSION = '2.2.2'

/** Everything in the file of a session but the values of the three large unit columns. */
export async function writeNwbStructure(recording: Recording): Promise<FileStructure> {
  const nwb = await NwbWriter.open(`session ${recording.id}`)
  writeRoot(nwb, recording)
  writeGeneral(nwb, recording)
  writeRunning(nwb, recording)
  writeIntervals(nwb, recording)
  if (recording.hasEyeTracking) writeEyeTracking(nwb, recording)
  if (recording.hasOptotagging) writeOptotagging(nwb, recording)
  writeUnits(nwb, recording)
  return nwb.hdf5.finish()
}

function writeRoot(nwb: NwbWriter, { id, startTime }: Recording): void {
  const { hdf5 } = nwb
  hdf5.attributes('/', { nwb_version: NWB_VERSION, ...nwb.identity(['core', 'NWBFile'], '/') })
  hdf5.dataset('/identifier', String(id))
  hdf5.dataset('/session_description', 'Synthetic sample of an extracellular recording')
  hdf5.dataset('/session_start_time', startTime)
  hdf5.dataset('/timestamps_reference_time', startTime)
  // A fixed date: the file is the same whenever it is written.
  hdf5.dataset('/file_create_date', ['2020-06-01T00:00:00+00:00'])
  const groups = ['acquisition', 'analysis', 'general', 'intervals', 'processing', 'stimulus']
  for (const group of groups) hdf5.group(`/${group}`)
  hdf5.group('/stimulus/presentation')
  hdf5.group('/stimulus/templates')
  hdf5.group('/specifications')
  hdf5.group(`/specifications/${EXTENSION.name}`)
  const folder = `/specifications/${EXTENSION.name}/${EXTENSION.version}`
  hdf5.group(folder)
  for (const [name, json] of Object.entries(extensionFiles)) hdf5.dataset(`${folder}/${name}`, json)
  hdf5.attributes('/', { '.specloc': reference('/specifications') })
}
