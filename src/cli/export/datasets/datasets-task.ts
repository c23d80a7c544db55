import type { FileFormat } from '../../../formats/file-format.ts'
import type { Dtype } from '../../../formats/numpy/dtype.ts'
import type { Access } from '../../open/access.ts'

/** Which sessions' datasets are written, and where to. */
export interface DatasetsTask {
  /** files, or ids of sessions */
  readonly targets: readonly string[]
  readonly path?: readonly string[]
  /** a folder, or an .npz file for all */
  readonly out: string
  readonly format: FileFormat
  readonly dtype: Dtype | null
  readonly access: Access
  readonly signal: AbortSignal
}
