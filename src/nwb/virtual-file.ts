import { randomUUID } from 'node:crypto'
import type { ByteSource } from './byte-source.ts'

/** The parts of Emscripten's in-memory file system that are used here. */
export interface EmscriptenFileSystem {
  writeFile(path: string, data: Uint8Array): void
  lookupPath(path: string): { node: FileNode }
  unlink(path: string): void
  ErrnoError: new (code: number) => Error
}

interface FileNode {
  node_ops: { getattr(node: FileNode): { size: number } }
  stream_ops: {
    read(
      stream: unknown,
      buffer: Int8Array,
      offset: number,
      length: number,
      position: number,
    ): number
    llseek(stream: { position: number }, offset: number, whence: number): number
  }
}

/** Emscripten's number for "input/output error". */
const EIO = 29
const SEEK_CURRENT = 1
const SEEK_END = 2

/**
 * Show a byte source to libhdf5 as the only file of an otherwise empty world. Its name cannot be guessed, so no link in one
 * recording leads to another that is open at the same time.
 *
 * @param onFailure told of an error of the source; libhdf5 itself only learns that a read failed
 * @returns the path that libhdf5 opens
 */
export function mountVirtualFile(
  fileSystem: EmscriptenFileSystem,
  source: ByteSource,
  onFailure: (error: unknown) => void,
): string {
  const path = `/${randomUUID()}.nwb`
  fileSystem.writeFile(path, new Uint8Array(0))
  const { node } = fileSystem.lookupPath(path)
  const { getattr } = node.node_ops
  node.node_ops = {
    ...node.node_ops,
    getattr: (of) => ({ ...getattr(of), size: source.size }),
  }
  node.stream_ops = {
    ...node.stream_ops,
    read(_stream, buffer, offset, length, position) {
      const available = Math.max(0, Math.min(length, source.size - position))
      const target = new Uint8Array(buffer.buffer, buffer.byteOffset + offset, available)
      try {
        source.read(target, position)
      } catch (error) {
        onFailure(error)
        throw new fileSystem.ErrnoError(EIO)
      }
      return available
    },
    llseek(stream, offset, whence) {
      if (whence === SEEK_CURRENT) return stream.position + offset
      return whence === SEEK_END ? source.size + offset : offset
    },
  }
  return path
}
