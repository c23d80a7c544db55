// How a dataset's data lie, as its layout message says. Format: HDF5 File Format Specification,
// section IV.A.2.i.
import { type HeaderMessage, messageType } from '../object-header.ts'
import type { FileLayout } from '../superblock.ts'
import { contiguousData } from './data-place.ts'

export interface StoredLayout {
  readonly kind: 'compact' | 'contiguous' | 'chunked' | 'virtual' | 'external'
  /** bytes of its data in the file; null: in chunks, elsewhere, or not known */
  readonly bytes: number | null
}

const kinds = ['compact', 'contiguous', 'chunked', 'virtual'] as const

/** @returns null: not as the specification has it */
export function storedLayout(
  messages: readonly HeaderMessage[],
  layout: FileLayout,
): StoredLayout | null {
  const message = messages.find(({ type }) => type === messageType.layout)
  if (!message) return null
  const { bytes } = message
  // Older versions have the kind in another place.
  const kind = kinds[bytes[0] < 3 ? bytes[2] : bytes[1]]
  if (!kind) return null
  if (messages.some(({ type }) => type === messageType.externalFiles)) {
    return { kind: 'external', bytes: 0 }
  }
  if (kind === 'compact' && bytes[0] >= 3) return { kind, bytes: bytes[2] + 256 * bytes[3] }
  if (kind === 'virtual') return { kind, bytes: 0 }
  const data = kind === 'contiguous' ? contiguousData(bytes, layout) : null
  if (!data) return { kind, bytes: null }
  // An address of ones: nothing was written yet.
  const isWritten = data.position - layout.base < Number.MAX_SAFE_INTEGER
  return { kind, bytes: isWritten ? data.length : 0 }
}
