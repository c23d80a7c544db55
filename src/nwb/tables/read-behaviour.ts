import type { OptogeneticEpoch, Rig, Vector } from '../../domain/session/session-tables.ts'
import type { Hdf5File } from '../../hdf5/hdf5-file.ts'
import { orLeftOut, orTableLeftOut } from '../../hdf5/own-fault.ts'
import { DynamicTable } from './dynamic-table.ts'
import { readIntervals } from './intervals/read-intervals.ts'

const RIG = '/processing/eye_tracking_rig_metadata/eye_tracking_rig_metadata'

/** The second is how the files of 2019 spell it. */
const LIGHT_TABLES = ['optogenetic_stimulation', 'optogenetic_stimuluation'].map(
  (name) => `/processing/optotagging/${name}`,
)

/** Where monitor, camera and light stood; null where the file does not say. */
export function readRig(file: Hdf5File): Rig | null {
  if (file.kind(RIG) !== 'group') return null
  return {
    equipmentName: file.attributes.text(RIG, 'equipment'),
    monitorPosition: vector(file, 'monitor_position'),
    monitorRotation: vector(file, 'monitor_rotation'),
    cameraPosition: vector(file, 'camera_position'),
    cameraRotation: vector(file, 'camera_rotation'),
    ledPosition: vector(file, 'led_position'),
  }
}

/**
 * Light pulses into the brain, in order of the file; null where there is no table of them. One
 * without a start is left out, with a warning; so is a table whose starts cannot be read.
 */
export function readOptogeneticEpochs(file: Hdf5File): OptogeneticEpoch[] | null {
  const path = LIGHT_TABLES.find((candidate) => file.kind(candidate) === 'group')
  const table = path === undefined ? null : DynamicTable.at(file, path)
  const intervals = table && orTableLeftOut(file, table.path, () => readIntervals(file, table))
  if (!table || !intervals) return null
  const { startTimes, stopTimes } = intervals
  const ids = table.ids()
  const conditions = table.strings('condition')
  const levels = table.numbers('level')
  const stimulusNames = table.strings('stimulus_name')
  const durations = table.numbers('duration')
  return Array.from(startTimes, (startTime, row) => ({
    id: ids[row],
    startTime,
    stopTime: stopTimes[row],
    condition: conditions?.[row] || null,
    level: levels?.[row] ?? Number.NaN,
    stimulusName: stimulusNames?.[row] || null,
    duration: durations?.[row] ?? stopTimes[row] - startTime,
  })).filter(({ startTime }) => !Number.isNaN(startTime))
}

function vector(file: Hdf5File, name: string): Vector | null {
  const path = `${RIG}/${name}`
  return orLeftOut(file, path, () => {
    const dataset = file.dataset(path)
    if (dataset?.length !== 3) return null
    const [x, y, z] = Array.from(dataset.numbers())
    return { x, y, z }
  })
}
