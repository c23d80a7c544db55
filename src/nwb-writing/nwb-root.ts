import { EXTENSION, extensionFiles } from './ecephys-extension.ts'
import { reference } from './hdf5-bytes/hdf5-values.ts'
import type { NwbWriter } from './nwb-writer.ts'

/** The version of NWB core that the public files have. */
const NWB_VERSION = '2.2.2'

const groups = ['acquisition', 'analysis', 'general', 'intervals', 'processing', 'stimulus']

/** What a file says of itself; times in ISO 8601. */
export interface NwbRoot {
  readonly identifier: string
  readonly description: string
  readonly startTime: string
  readonly createdAt: string
}

/** The root of a file, with the groups of every file. */
export function writeRoot(nwb: NwbWriter, root: NwbRoot): void {
  const { identifier, description, startTime, createdAt } = root
  const { hdf5 } = nwb
  hdf5.attributes('/', { nwb_version: NWB_VERSION, ...nwb.identity(['core', 'NWBFile'], '/') })
  hdf5.dataset('/identifier', identifier)
  hdf5.dataset('/session_description', description)
  hdf5.dataset('/session_start_time', startTime)
  hdf5.dataset('/timestamps_reference_time', startTime)
  hdf5.dataset('/file_create_date', [createdAt])
  for (const group of groups) hdf5.group(`/${group}`)
  hdf5.group('/stimulus/presentation')
  hdf5.group('/stimulus/templates')
}

/** The specification of the extension, for a file with objects of its types. */
export function writeExtension({ hdf5 }: NwbWriter): void {
  hdf5.group('/specifications')
  hdf5.group(`/specifications/${EXTENSION.name}`)
  const folder = `/specifications/${EXTENSION.name}/${EXTENSION.version}`
  hdf5.group(folder)
  for (const [name, json] of Object.entries(extensionFiles)) hdf5.dataset(`${folder}/${name}`, json)
  hdf5.attributes('/', { '.specloc': reference('/specifications') })
}
