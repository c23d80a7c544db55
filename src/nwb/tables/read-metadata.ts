import type { SessionMetadata, Subject } from '../../domain/session/session-tables.ts'
import { daysOfDuration } from '../../domain/time/iso-duration.ts'
import { RecordingError } from '../../errors.ts'
import type { Hdf5File } from '../../hdf5/hdf5-file.ts'
import { orLeftOut } from '../../hdf5/own-fault.ts'
import { finiteAttribute } from '../series/finite-attribute.ts'

const LAB_METADATA = '/general/metadata'

/**
 * Version of the NWB format. NWB 2 has it as an attribute of the root, NWB 1 as a dataset
 * ("NWB-1.0.6"); some writers of NWB 2 have its prefix, too.
 *
 * @throws RecordingError NOT_NWB, NWB_VERSION_UNSUPPORTED
 */
export function readNwbVersion(file: Hdf5File): string {
  const written = file.attributes.text('/', 'nwb_version') ?? text(file, '/nwb_version')
  if (written === null) throw new RecordingError('NOT_NWB', file.name)
  const version = written.replace(/^NWB-/, '')
  if (!/^2\b/.test(version)) {
    throw new RecordingError('NWB_VERSION_UNSUPPORTED', file.name, `it is NWB ${version}`)
  }
  return version
}

/** General metadata from the file's root and /general. */
export function readMetadata(file: Hdf5File): SessionMetadata {
  return {
    identifier: text(file, '/identifier') ?? '',
    nwbVersion: readNwbVersion(file),
    // The Visual Coding files of 2019 have what is theirs as attributes of one group.
    sessionType:
      text(file, '/general/stimulus') ?? file.attributes.text(LAB_METADATA, 'stimulus_name'),
    description: text(file, '/session_description'),
    // Second 0 of all times in the file; the session itself may have begun before or after it.
    startTime: readStartTime(file),
    createdAt: texts(file, '/file_create_date'),
    institution: text(file, '/general/institution'),
    lab: text(file, '/general/lab'),
    experimenters: texts(file, '/general/experimenter'),
    subject: readSubject(file),
  }
}

function readSubject(file: Hdf5File): Subject | null {
  const path = '/general/subject'
  if (file.kind(path) !== 'group') return readLabSubject(file)
  const age = text(file, `${path}/age`)
  return {
    id: text(file, `${path}/subject_id`),
    specimenName: file.attributes.text(path, 'specimen_name'),
    species: text(file, `${path}/species`),
    sex: text(file, `${path}/sex`),
    genotype: text(file, `${path}/genotype`),
    strain: file.attributes.text(path, 'strain') ?? text(file, `${path}/strain`),
    age,
    ageInDays:
      finiteAttribute(file, path, 'age_in_days') ?? (age === null ? null : daysOfDuration(age)),
  }
}

/** As the Visual Coding files of 2019 have it. */
function readLabSubject(file: Hdf5File): Subject | null {
  const textOf = (name: string) => file.attributes.text(LAB_METADATA, name) || null
  const subject = {
    id: null,
    specimenName: textOf('specimen_name'),
    species: textOf('species'),
    sex: textOf('sex'),
    genotype: textOf('full_genotype') ?? textOf('genotype'),
    strain: textOf('strain'),
    age: null,
    ageInDays: finiteAttribute(file, LAB_METADATA, 'age_in_days'),
  }
  return Object.values(subject).some((value) => value !== null) ? subject : null
}

/** What is not a text is no moment: a number alone does not say what it counts. */
function readStartTime(file: Hdf5File): string | null {
  for (const path of ['/timestamps_reference_time', '/session_start_time']) {
    const dataset = file.dataset(path)
    const kind = file.kind(path)
    if (kind !== null && !dataset?.isText) {
      const message = `${path} ${dataset ? `holds ${dataset.holds}` : `is a ${kind}`} where a date and time in ISO 8601 is expected, so the start of the clock is unknown. Write it as a text.`
      file.warn({ code: 'COLUMN_LEFT_OUT', path, message })
      return null
    }
    const written = text(file, path)
    if (written !== null) return written
  }
  return null
}

/** The first text of a dataset; null where there is none, or an empty one. */
function text(file: Hdf5File, path: string): string | null {
  return texts(file, path)[0] || null
}

function texts(file: Hdf5File, path: string): string[] {
  return orLeftOut(file, path, () => file.dataset(path)?.strings()) ?? []
}
