import type { DownloadRegister } from '../../byte-sources/downloads/download-register.ts'
import type { RemoteClient } from '../../byte-sources/remote/remote-client.ts'
import { downloadFile } from '../../catalog/downloads/download-file.ts'
import { targetIn } from '../../catalog/downloads/path-inside-folder.ts'
import { openPlace, type PlaceOptions } from '../../catalog/remote/open-place.ts'
import type {
  RemoteFile,
  RemoteListing,
  RemoteRecording,
} from '../../catalog/remote/remote-place.ts'
import { areaAlias } from '../../domain/areas/area-names.ts'
import { amount, fileSizeText } from '../../formats/amounts.ts'
import { CommandError } from '../terminal/command-error.ts'
import { printable } from '../terminal/printable.ts'
import { startProgress } from '../terminal/progress.ts'
import { rateText } from './rate-text.ts'

/** What to download, and where to. */
export interface DownloadSelection {
  readonly from: string
  readonly to: string
  readonly areas?: string[]
  readonly sessionType?: string[]
  readonly lfp?: true
  readonly replace?: true
}

/** What fetches, from where, and who reports it. */
export interface DownloadAccess {
  readonly client: RemoteClient
  readonly places: PlaceOptions
  /** null: nowhere */
  readonly register: DownloadRegister | null
}

/** Download what the options name, one file after the other, each in parts. */
export async function downloadSessions(
  ids: readonly string[],
  options: DownloadSelection,
  access: DownloadAccess,
  signal: AbortSignal,
): Promise<void> {
  const place = openPlace(options.from, access.places)
  let listing = await place.list(signal)
  if (options.areas) {
    await place.complete(signal)
    listing = await place.list(signal)
  }
  const recordings = selected(ids, options, listing)
  const files = [
    ...listing.tables,
    ...recordings.flatMap((recording) => [recording, ...(options.lfp ? recording.probeFiles : [])]),
  ]
  console.error(
    `${amount(recordings.length, 'session')} in ${amount(files.length, 'file')} from ${printable(place.name)}, to ${printable(options.to)}.`,
  )
  for (const file of files) await downloadOne(file, options, access, signal)
}

async function downloadOne(
  file: RemoteFile,
  { to, replace }: DownloadSelection,
  { client, register }: DownloadAccess,
  signal: AbortSignal,
): Promise<void> {
  const target = targetIn(to, file.localPath)
  const progress = await startProgress(`Downloading ${file.localPath}`)
  const rate = rateText()
  try {
    const { size, fetched, checkedBy } = await downloadFile(file, target, {
      client,
      signal,
      register,
      replaces: replace,
      onProgress: (bytes, total) => {
        progress.setTotal(total)
        progress.update(bytes, rate(bytes, total))
      },
    })
    progress.stop()
    const result = fetched === 0 ? 'already there' : `checked by its ${checkedBy}`
    console.log(`${printable(target)} (${fileSizeText(size)}), ${result}`)
  } finally {
    progress.stop()
  }
}

/** @throws CommandError for ids that the place does not have, or a choice of nothing */
function selected(
  ids: readonly string[],
  { areas, sessionType, from }: DownloadSelection,
  { recordings }: RemoteListing,
): RemoteRecording[] {
  if (ids.length === 0 && !areas && !sessionType) {
    throw new CommandError(
      `Name sessions by their ids, or select them with --areas or --session-type. ${from} has ${amount(recordings.length, 'session')}, such as ${recordings[0]?.id}.`,
    )
  }
  const known = new Set(recordings.map(({ id }) => id))
  const missing = ids.filter((id) => !known.has(id))
  if (missing.length > 0) {
    throw new CommandError(`${from} has no session ${missing.join(', ')}.`)
  }
  const found = recordings.filter(
    (recording) =>
      (ids.length === 0 || ids.includes(recording.id)) &&
      (!sessionType || sessionType.includes(recording.described.metadata?.sessionType ?? '')) &&
      (!areas || hasAreas(recording, areas)),
  )
  if (found.length > 0) return found
  const hint = areas ? ' If no table lists the areas of a session, name its id.' : ''
  throw new CommandError(`No session of ${from} matches.${hint}`)
}

function hasAreas({ described }: RemoteRecording, areas: readonly string[]): boolean {
  const recorded = new Set(
    (described.recordedAreas ?? []).flatMap(({ acronym }) => [acronym, areaAlias(acronym)]),
  )
  return areas.every((area) => recorded.has(area))
}
