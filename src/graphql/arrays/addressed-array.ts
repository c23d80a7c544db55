import type { ArraySource } from '../../addresses/array-address.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import type { FileBytes } from '../../formats/matrix-file.ts'
import type { SessionModel } from '../models.ts'

/**
 * An array, or several in one file, as an address names it. Nothing is
 * counted for it until it is encoded.
 */
export interface AddressedArray {
  /** canonical: the same for all ways to write it */
  readonly address: string
  /** that a copy is kept under: `session_1_VISp_epoch_2_gabors_100ms.npy` */
  readonly downloadName: string
  readonly mediaType: string
  /** whether its length is known before it is sent, unless it is very large */
  readonly hasLength: boolean
  /** @throws TooManyCellsError, RecordingError, RequestAbortedError, ServerBusyError */
  readonly encode: () => Promise<FileBytes>
}

/** An address, taken apart, and what it is about. */
export interface AddressedFile {
  readonly session: SessionModel
  readonly tables: SessionTables
  readonly source: ArraySource
  /** `binned-activity.npy` */
  readonly fileName: string
  /** what stands behind the `?` */
  readonly search: string
}
