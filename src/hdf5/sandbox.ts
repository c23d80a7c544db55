import { randomUUID } from 'node:crypto'
import type { ByteSource } from '../byte-sources/byte-source.ts'

/** The parts of Emscripten's in-memory file system that are used here. */
export interface EmscriptenFileSystem {
  readFile(path: string): Uint8Array
  open(path: unknown, ...options: unknown[]): unknown
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
 * The world as libhdf5 sees it: byte sources as files in memory, and nothing else. A
 * file's name cannot be guessed, so that no link in one recording leads to another
 * that is open at the same time.
 */
export class Sandbox {
  readonly #fileSystem: EmscriptenFileSystem
  readonly #mounted = new Set<unknown>()

  /**
   * How often libhdf5 tried to open what is none of the mounted files: a
   * recording points out of itself.
   */
  foreignOpens = 0

  constructor(fileSystem: EmscriptenFileSystem) {
    this.#fileSystem = fileSystem
    const { open } = fileSystem
    fileSystem.open = (path, ...options) => {
      if (!this.#mounted.has(path)) this.foreignOpens++
      return open.call(fileSystem, path, ...options)
    }
  }

  /**
   * Show a byte source as a file.
   *
   * @param onFailure called with an error of the source; libhdf5 itself only learns that a read
   *   failed
   * @returns the path that libhdf5 opens
   */
  mount(source: ByteSource, onFailure: (error: unknown) => void): string {
    const path = `/${randomUUID()}.nwb`
    this.#fileSystem.writeFile(path, new Uint8Array(0))
    this.#mounted.add(path)
    const { node } = this.#fileSystem.lookupPath(path)
    const { getattr } = node.node_ops
    node.node_ops = {
      ...node.node_ops,
      getattr: (of) => ({ ...getattr(of), size: source.size }),
    }
    node.stream_ops = { ...node.stream_ops, ...this.#operationsOf(source, onFailure) }
    return path
  }

  unmount(path: string): void {
    this.#mounted.delete(path)
    this.#fileSystem.unlink(path)
  }

  #operationsOf(
    source: ByteSource,
    onFailure: (error: unknown) => void,
  ): Pick<FileNode['stream_ops'], 'read' | 'llseek'> {
    const { ErrnoError } = this.#fileSystem
    return {
      read(_stream, buffer, offset, length, position) {
        const available = Math.max(0, Math.min(length, source.size - position))
        const target = new Uint8Array(buffer.buffer, buffer.byteOffset + offset, available)
        try {
          source.read(target, position)
        } catch (error) {
          onFailure(error)
          throw new ErrnoError(EIO)
        }
        return available
      },
      llseek(stream, offset, whence) {
        if (whence === SEEK_CURRENT) return stream.position + offset
        return whence === SEEK_END ? source.size + offset : offset
      },
    }
  }
}
