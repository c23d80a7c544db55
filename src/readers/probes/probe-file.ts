import { basename, dirname, join } from 'node:path'
import { type Disk, unlessSilent } from '../../byte-sources/disk/disk.ts'

/**
 * The AllenSDK's file of a probe: local field potentials, which belong to
 * the session in the same folder.
 */
const ALLEN_NAME = /^probe_(\d+)_lfp\.nwb$/

/** The same in a DANDI archive, next to `sub-<subject>_ses-<session>.nwb`. */
const DANDI_NAME = /^(sub-[^_]+(?:_ses-([^_]+))?)_probe-([^_.]+)(?:_[^_.]+)?\.nwb$/i

/** Whether a file is named as the AllenSDK names those of local field potentials. */
export const isAllenProbeFile = (fileName: string): boolean => ALLEN_NAME.test(fileName)

/**
 * Whether a file is named as one of a probe in a DANDI archive, and lies next to that of its
 * session. It may still hold units, and be a session.
 *
 * @param fileNames of its folder
 */
export function isDandiProbeFile(fileName: string, fileNames: readonly string[]): boolean {
  // Of thousands in one folder, few are.
  return DANDI_NAME.test(fileName) && fileNames.some((other) => isOfSession(fileName, other))
}

export interface ProbeFilePath {
  readonly path: string
  /** whether its name says that it is the probe's; what it holds decides */
  readonly isNamedSo: boolean
}

/**
 * Where a probe's local field potentials may lie, in the folder of its session's file: files that
 * are named so first, as by the AllenSDK or by a DANDI archive; then files of a DANDI archive that
 * are named as other probes of the session, since they may be named by something else than the id.
 *
 * @param probeId whatever a file says; it leads nowhere else
 */
export async function probeFilePaths(
  disk: Disk,
  sessionPath: string,
  probeId: string | null,
): Promise<ProbeFilePath[]> {
  if (probeId === null) return []
  const folder = dirname(sessionPath)
  const sessionName = basename(sessionPath)
  // A folder that may be passed through but not listed: the usual name is tried all the same.
  const entries = await disk.list(folder).catch(unlessSilent([]))
  const names = entries.map(({ name }) => name)
  const ofSession = names.filter((name) => isOfSession(name, sessionName)).sort()
  const isNamed = (name: string) => isSameProbe(name.match(DANDI_NAME)?.[3] ?? '', probeId)
  const at = (isNamedSo: boolean) => (name: string) => ({ path: join(folder, name), isNamedSo })
  return [
    ...(/^\w+$/.test(probeId) ? [`probe_${probeId}_lfp.nwb`] : []).map(at(true)),
    ...ofSession.filter(isNamed).map(at(true)),
    ...ofSession.filter((name) => !isNamed(name)).map(at(false)),
  ]
}

/** The probe that a file is named after; null: it is not named as one of a probe. */
export function probeIdIn(fileName: string): string | null {
  return fileName.match(ALLEN_NAME)?.[1] ?? fileName.match(DANDI_NAME)?.[3] ?? null
}

/** Whether a file is named as one of a probe of a session whose file is named so. */
export function isOfSession(fileName: string, sessionName: string): boolean {
  const [, prefix, session] = fileName.match(DANDI_NAME) ?? []
  if (!prefix || DANDI_NAME.test(sessionName) || !/\.nwb$/i.test(sessionName)) return false
  const stem = sessionName.replace(/\.nwb$/i, '')
  const isNamedLike =
    stem === prefix ||
    (stem.startsWith(`${prefix}_`) && !stem.slice(prefix.length).includes('_ses-'))
  return isNamedLike || (session !== undefined && stem === `session_${session}`)
}

/** Whether two ids are of one probe, where a name of a DANDI archive writes one of them. */
export const isSameProbe = (a: string, b: string): boolean => named(a) === named(b)

/**
 * As a DANDI archive writes an id in a name: only letters and digits,
 * and dashes for what is between.
 */
const named = (id: string) => id.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()
