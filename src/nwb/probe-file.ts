import { dirname, join } from 'node:path'

/**
 * Path of the AllenSDK's file of a probe, `probe_<id>_lfp.nwb`, in the folder of the session's own file. Null where an id, which a file
 * can give as it likes, would lead anywhere else.
 */
export function probeFilePath(sessionPath: string, probeId: string | null): string | null {
  if (probeId === null || !/^\w+$/.test(probeId)) return null
  return join(dirname(sessionPath), `probe_${probeId}_lfp.nwb`)
}
