import type { ByteSource } from '../byte-sources/byte-source.ts'
import { RecordingError } from '../errors.ts'
import type { Hdf5Diagnostics } from './hdf5-diagnostics.ts'
import { type Hdf5Library, type Hdf5Module, isTrap } from './hdf5-library.ts'
import { decodeText } from './hdf5-values.ts'
import type { Sandbox } from './sandbox.ts'

/** Bytes that a library which has memory left can give. */
const SOME_MEMORY = 2 ** 24

/**
 * A file as the library has it open: calls whose failures become the right errors, and a piece of
 * the library's memory. After a read of the byte source failed, every call throws that failure.
 */
export class LibraryFile {
  readonly name: string
  readonly id: bigint
  readonly module: Hdf5Module
  readonly #sandbox: Sandbox
  readonly #diagnostics: Hdf5Diagnostics
  readonly #path: string
  #scratch = { pointer: 0, bytes: 0 }
  #sourceFailure: unknown = null

  /** @throws RecordingError FILE_DAMAGED */
  constructor({ module, sandbox, diagnostics }: Hdf5Library, source: ByteSource) {
    this.name = source.name
    this.module = module
    this.#sandbox = sandbox
    this.#diagnostics = diagnostics
    this.#path = sandbox.mount(source, (failure) => {
      this.#sourceFailure ??= failure
    })
    this.id = module.open(this.#path, module.H5F_ACC_RDONLY, false, -1, -1)
    if (this.id <= 0n) {
      sandbox.unmount(this.#path)
      throw this.damaged('its structure')
    }
  }

  close(): void {
    this.module.close_file(this.id)
    if (this.#scratch.pointer) this.module._free(this.#scratch.pointer)
    this.#sandbox.unmount(this.#path)
  }

  /** How often the library has tried to open other files. */
  get foreignOpens(): number {
    return this.#sandbox.foreignOpens
  }

  /**
   * Where the library fails, whatever its wrapper makes of that, the byte source
   * failed or the file is damaged.
   */
  call<Result>(what: string, call: () => Result): Result {
    this.assertReadable()
    const { failures } = this.#diagnostics
    const result = this.#guard(what, call)
    this.assertReadable()
    if (this.#diagnostics.failures > failures) {
      throw this.damaged(what, new Error(this.#diagnostics.reason))
    }
    return result
  }

  /** The same, but that what the library reports as a failure of its own may be none. */
  attempt<Result>(what: string, call: () => Result): Result {
    this.assertReadable()
    const result = this.#guard(what, call)
    this.assertReadable()
    return result
  }

  /**
   * @throws the failure of the byte source, where one of its reads failed since the file was opened
   */
  assertReadable(): void {
    if (this.#sourceFailure !== null) throw this.#sourceFailure
  }

  damaged(what: string, cause?: unknown): RecordingError {
    if (this.#sourceFailure instanceof RecordingError) return this.#sourceFailure
    if (this.#lacksMemory()) return new RecordingError('READER_OUT_OF_MEMORY', this.name, what)
    return new RecordingError('FILE_DAMAGED', this.name, what, { cause })
  }

  /** Where the header of an object stands; libhdf5 makes a reference of it. */
  addressOf(path: string): number {
    const reference = this.call(`the object ${path}`, () =>
      this.module.create_object_reference(this.id, path),
    )
    return Number(new DataView(Uint8Array.from(reference).buffer).getBigUint64(0, true))
  }

  /**
   * Zeros in the library's memory, which hold until the next call of this method: one piece is kept
   * and grown, for that memory never shrinks.
   *
   * @returns their address
   */
  zeros(bytes: number): number {
    if (bytes > this.#scratch.bytes) {
      if (this.#scratch.pointer) this.module._free(this.#scratch.pointer)
      this.#scratch = { pointer: this.module._malloc(bytes), bytes }
      if (!this.#scratch.pointer) {
        this.#scratch.bytes = 0
        throw new RecordingError('READER_OUT_OF_MEMORY', this.name, `${bytes} bytes`)
      }
    }
    const { pointer } = this.#scratch
    // What was never written, libhdf5 may leave as it was.
    this.module.HEAPU8.fill(0, pointer, pointer + bytes)
    return pointer
  }

  /** Address of what {@link zeros} gave last, and the library has filled since. */
  get filled(): number {
    return this.#scratch.pointer
  }

  /**
   * Texts in memory of the library, each ended by a zero. Most columns repeat the row before, and
   * comparing is quicker than decoding.
   */
  texts(addresses: Uint32Array): string[] {
    const bytes = this.module.HEAPU8
    const strings = new Array<string>(addresses.length)
    let previous = 0
    for (let i = 0; i < addresses.length; i++) {
      const address = addresses[i]
      const isRepeated = previous > 0 && address > 0 && isSameText(bytes, previous, address)
      if (isRepeated) strings[i] = strings[i - 1]
      else strings[i] = this.#textAt(address)
      previous = address
    }
    return strings
  }

  /** Not by the library's own decoder, which reads on after the end of a text that is not UTF-8. */
  #textAt(address: number): string {
    if (address === 0) return ''
    const bytes = this.module.HEAPU8
    const end = bytes.indexOf(0, address)
    return decodeText(bytes.subarray(address, end < 0 ? bytes.length : end))
  }

  /**
   * Where the library throws, the file is damaged; but a trap of
   * WebAssembly is the end of the library.
   */
  #guard<Result>(what: string, call: () => Result): Result {
    try {
      return call()
    } catch (error) {
      if (error instanceof RecordingError || isTrap(error)) throw error
      throw this.damaged(what, error)
    }
  }

  /**
   * Whether the library failed because it has no memory left. A damaged file asks for more than
   * there is, too, but there is some left then.
   */
  #lacksMemory(): boolean {
    if (!/alloc|memory/i.test(this.#diagnostics.reason)) return false
    const pointer = this.module._malloc(SOME_MEMORY)
    if (pointer) this.module._free(pointer)
    return !pointer
  }
}

function isSameText(bytes: Uint8Array, one: number, other: number): boolean {
  for (let i = 0; ; i++) {
    const byte = bytes[one + i]
    if (byte !== bytes[other + i]) return false
    if (!byte) return true
  }
}
