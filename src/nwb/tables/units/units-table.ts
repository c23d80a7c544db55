import { RecordingError } from '../../../errors.ts'
import type { Hdf5File } from '../../../hdf5/hdf5-file.ts'
import { fileContents } from '../../file-contents.ts'
import { DynamicTable } from '../dynamic-table.ts'

const PATH = '/units'

/**
 * The units table, with all that spikes need.
 *
 * @throws RecordingError NO_UNITS, INDEX_INVALID, UNSUPPORTED_LAYOUT
 */
export function unitsTable(file: Hdf5File): DynamicTable {
  const spikes = `${PATH}/spike_times`
  if (file.kind(spikes) !== 'dataset') throw noUnits(file)
  if (file.kind(`${spikes}_index`) !== 'dataset') {
    const found = `${spikes} is there, but ${spikes}_index, which says where the spikes of each unit end, is missing`
    throw new RecordingError('INDEX_INVALID', file.name, found)
  }
  const table = new DynamicTable(file, PATH)
  table.assertNumbers('spike_times')
  return table
}

/** Warn of tables of units that lie elsewhere in the file, and are not served. */
export function warnOfOtherUnits(file: Hdf5File): void {
  for (const path of fileContents(file).unitsElsewhere) {
    const message = `${path} also holds units, but only those in ${PATH} are served. To have these served, write them to a separate file as ${PATH}.`
    file.warn({ code: 'TABLE_LEFT_OUT', path, message })
  }
}

/** Says what the file holds instead of spikes, and what to do with it. */
function noUnits(file: Hdf5File): RecordingError {
  const { summary, isSortable, unitsElsewhere } = fileContents(file)
  const [first] = unitsElsewhere
  const isTable = file.kind(PATH) === 'group'
  const parts = [
    isTable ? `${PATH} has no column spike_times` : '',
    first
      ? `there are units at ${unitsElsewhere.join(', ')}: copy them to ${PATH}, for example with h5copy -i FILE -o FILE -s ${first} -d ${PATH}`
      : '',
    summary ? `it holds ${summary}` : 'it holds none of the types of data that NWB defines',
    isSortable && !first
      ? 'spikes that are sorted from them can be served once they are written as its units table'
      : '',
  ]
  return new RecordingError('NO_UNITS', file.name, parts.filter(Boolean).join('; '))
}
