import type { ByteSource } from '../byte-sources/byte-source.ts'
import { RecordingError } from '../errors.ts'

const SIGNATURE = Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a)

/** Signature, versions and addresses of every superblock version fit into this. */
const SUPERBLOCK_BYTES = 96

/** File consistency flags. */
const OPEN_FOR_WRITING = 1
const OPEN_FOR_SWMR = 4

/** Where addresses in a file count from, and how many bytes they and lengths have. */
export interface FileLayout {
  readonly base: number
  readonly offsetSize: number
  readonly lengthSize: number
}

/** The layout, and the address of the root group's header; null: not where it is in most files. */
export interface Superblock extends FileLayout {
  readonly root: number | null
}

/**
 * Check that a source starts like an HDF5 file, that no writer has it open, and that it is as long
 * as its superblock says. libhdf5 fails to open the others, without saying why. Format: HDF5 File
 * Format Specification, section II.A; the superblock stands at 0, 512, 1024, 2048 …
 *
 * @throws RecordingError NOT_HDF5, FILE_BEING_WRITTEN, FILE_TRUNCATED
 */
export function checkSuperblock(source: ByteSource): Superblock {
  for (let at = 0; at + SIGNATURE.length <= source.size; at = at === 0 ? 512 : at * 2) {
    const bytes = new Uint8Array(Math.min(SUPERBLOCK_BYTES, source.size - at))
    source.read(bytes, at)
    if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) continue
    if (isBeingWritten(bytes)) throw new RecordingError('FILE_BEING_WRITTEN', source.name)
    const end = endOfFileAddress(bytes)
    if (end === null || end <= source.size) return { ...layoutOf(bytes, at), root: rootOf(bytes) }
    const found = `${source.size} of ${end} bytes are there`
    throw new RecordingError('FILE_TRUNCATED', source.name, found)
  }
  throw new RecordingError('NOT_HDF5', source.name)
}

function layoutOf(bytes: Uint8Array, base: number): FileLayout {
  const at = versionOf(bytes) < 2 ? 13 : 9
  return { base, offsetSize: bytes[at], lengthSize: bytes[at + 1] }
}

/** Where each version of the superblock has the address of the root group's header. */
const rootAt = [64, 68, 36, 36]

function rootOf(bytes: Uint8Array): number | null {
  const version = versionOf(bytes)
  const at = rootAt[version]
  const { offsetSize } = layoutOf(bytes, 0)
  if (at === undefined || offsetSize !== 8 || at + 8 > bytes.length) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Number(view.getBigUint64(at, true))
}

const versionOf = (bytes: Uint8Array) => bytes[SIGNATURE.length]

/**
 * From version 3 on a writer marks the file: while it has it open, and while others may read it
 * meanwhile (SWMR). Older versions have no mark.
 */
function isBeingWritten(bytes: Uint8Array): boolean {
  const marks = bytes[SIGNATURE.length + 3]
  return versionOf(bytes) >= 3 && (marks & (OPEN_FOR_WRITING | OPEN_FOR_SWMR)) !== 0
}

/**
 * The end-of-file address, which counts a user block in; null where it is not an 8-byte address.
 */
function endOfFileAddress(bytes: Uint8Array): number | null {
  const version = versionOf(bytes)
  const offsetSize = bytes[version < 2 ? 13 : 9]
  const at = version === 0 ? 40 : version === 1 ? 44 : 28
  if (offsetSize !== 8 || bytes.length < at + 8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Number(view.getBigUint64(at, true))
}
