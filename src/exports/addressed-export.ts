import { type ArraySource, assertAddressLength } from '../addresses/array-address.ts'
import { type FileBytes, type FileFormat, fileFormats } from '../formats/file-format.ts'
import type { Loaders } from '../request/loaders.ts'
import type { CatalogSession } from '../sessions/session-catalog.ts'
import type { EncodingOptions, ExportKind, ExportSource } from './export-kind.ts'
import { exportKinds } from './export-kinds.ts'

/** A file, as an address names it. Nothing is counted for it until it is encoded. */
export interface AddressedExport {
  /** canonical: the same for all ways to write it */
  readonly address: string
  /** of a copy: `session_1_VISp_epoch_2_gabors_100ms.npy` */
  readonly downloadName: string
  readonly mediaType: string
  /** whether its length is known before it is sent, unless it is very large */
  readonly hasLength: boolean
  /** @throws TooManyCellsError, RecordingError, RequestAbortedError, ServerBusyError */
  readonly encode: () => Promise<FileBytes>
}

/**
 * Where a file can be downloaded: the path of its address on this server.
 *
 * @throws InvalidArgumentError for an address that is too long, or what the session does not have
 */
export async function exportHref<Request extends object>(
  kind: ExportKind<Request>,
  session: CatalogSession,
  request: Request,
  format: FileFormat,
  loaders: Loaders,
): Promise<string> {
  const [tables, fileVersion] = await Promise.all([
    loaders.tables(session),
    loaders.load(session, 'fileVersion'),
  ])
  const source = { sessionId: session.id, fileVersion }
  const address = kind.request(request, format).address(source, tables)
  assertAddressLength(address)
  return loaders.basePath + address
}

const options: EncodingOptions = {
  dtype: null,
  keepsFormulas: false,
  inServer: true,
  onProgress: () => {},
}

type VersionedSource = Omit<ExportSource, 'origin'> & Pick<ArraySource, 'fileVersion'>

/**
 * What an address names; null: there is nothing of that name.
 *
 * @param search what follows the `?`
 * @throws UserError for a request that makes no sense, or that this session cannot answer
 */
export async function findExport(
  fileName: string,
  search: string,
  { fileVersion, ...context }: VersionedSource,
): Promise<AddressedExport | null> {
  const source = { ...context, origin: { fileVersion } }
  for (const kind of exportKinds) {
    const request = kind.read(fileName, search)
    if (!request) continue
    const { session, tables } = source
    const { ending, mediaType } = fileFormats[request.format]
    const plan = await request.plan(source)
    return {
      address: request.address({ sessionId: session.id, fileVersion }, tables),
      downloadName: plan.downloadName + ending,
      mediaType,
      hasLength: withLength.includes(request.format),
      encode: () => plan.encode(request.format, options),
    }
  }
  return null
}

/** Formats whose bytes are complete before they are sent; the others are written meanwhile. */
const withLength: readonly FileFormat[] = ['npy', 'npz', 'csr', 'arrow']
