import { exactKey } from '../../domain/numeric/exact-numbers.ts'
import type { FileValue } from '../../domain/session/file-object.ts'
import { RecordingError } from '../../errors.ts'
import { decodeText, fixedStrings } from '../hdf5-values.ts'
import { numberOf, wideIntegersOf } from '../number-format.ts'
import type { ElementType } from './element-type.ts'

/** Bytes of a character in UTF-8, at most. */
const CHARACTER_BYTES = 4

/** size_t and a pointer in WebAssembly: hvl_t of libhdf5. */
const LIST_POINTER_AT = 4

export interface DecodingOptions {
  readonly fileName: string
  /** memory of the library */
  readonly memory: () => Uint8Array
  readonly dereference: (reference: Uint8Array) => string | null
  /** characters that are kept of each text */
  readonly textLength: number
  /** entries that are kept of each list, and of each array in an element */
  readonly mostEntries: number
}

/** Elements of any type as values that JSON has. Counts what is cut. */
export class ElementDecoder {
  readonly #options: DecodingOptions
  readonly #paths = new Map<string, string | null>()
  /** texts and lists that were cut */
  shortenedCount = 0

  constructor(options: DecodingOptions) {
    this.#options = options
  }

  /**
   * @param bytes of the elements, one after the other
   * @throws RecordingError UNSUPPORTED_LAYOUT of a type that is not known
   */
  decode(type: ElementType, bytes: Uint8Array): FileValue[] {
    const count = type.bytes === 0 ? 0 : Math.floor(bytes.length / type.bytes)
    if (type.kind === 'number') return numbers(type, bytes.slice(0, count * type.bytes))
    return Array.from({ length: count }, (_, i) =>
      this.#element(type, bytes.subarray(i * type.bytes, (i + 1) * type.bytes)),
    )
  }

  #element(type: ElementType, bytes: Uint8Array): FileValue {
    switch (type.kind) {
      case 'number':
        return this.decode(type, bytes)[0]
      case 'text':
        return type.isVariable
          ? this.#textAt(pointerAt(bytes, 0))
          : this.#cut(fixedStrings(bytes, { size: type.bytes, strpad: type.padding })[0])
      case 'compound':
        return Object.fromEntries(
          type.members.map(({ name, offset, type: member }) => [
            name,
            this.#element(member, bytes.subarray(offset, offset + member.bytes)),
          ]),
        )
      case 'reference':
        return this.#pathOf(bytes)
      case 'list':
        return this.#list(type.base, pointerAt(bytes, 0), pointerAt(bytes, LIST_POINTER_AT))
      case 'array':
        return this.decode(type.base, bytes.subarray(0, this.#kept(type.length) * type.base.bytes))
      case 'opaque':
        return this.#cut(Buffer.from(bytes).toString('hex'))
      case 'unknown': {
        const found = `elements of ${type.bytes} bytes of a type that cannot be read`
        throw new RecordingError('UNSUPPORTED_LAYOUT', this.#options.fileName, found)
      }
    }
  }

  #list(base: ElementType, length: number, pointer: number): FileValue[] {
    if (pointer === 0) return []
    const end = pointer + this.#kept(length) * base.bytes
    return this.decode(base, this.#options.memory().slice(pointer, end))
  }

  #kept(length: number): number {
    const { mostEntries } = this.#options
    if (length > mostEntries) this.shortenedCount++
    return Math.min(length, mostEntries)
  }

  #textAt(pointer: number): string {
    if (pointer === 0) return ''
    const memory = this.#options.memory()
    const most = pointer + CHARACTER_BYTES * (this.#options.textLength + 1)
    const part = memory.subarray(pointer, Math.min(most, memory.length))
    const end = part.indexOf(0)
    return this.#cut(decodeText(end < 0 ? part : part.subarray(0, end)))
  }

  #cut(text: string): string {
    const { textLength } = this.#options
    if (text.length <= textLength) return text
    this.shortenedCount++
    // Not between the two halves of a character.
    const end = /[\ud800-\udbff]/.test(text[textLength - 1]) ? textLength - 1 : textLength
    return `${text.slice(0, end)}…`
  }

  /** Whole columns refer to a handful of objects, and libhdf5 searches the file for each name. */
  #pathOf(reference: Uint8Array): string | null {
    const key = reference.join()
    const known = this.#paths.get(key)
    if (known !== undefined) return known
    const path = this.#options.dereference(reference)
    this.#paths.set(key, path)
    return path
  }
}

type NumberType = ElementType & { readonly kind: 'number' }

function numbers(type: NumberType, bytes: Uint8Array<ArrayBuffer>): FileValue[] {
  const { format, isBigEndian, names, isBoolean } = type
  const wide = wideIntegersOf(bytes.slice(), format, isBigEndian)
  if (wide && !names) {
    return Array.from(wide as ArrayLike<bigint>, (whole) => {
      const exact = exactKey(whole)
      return typeof exact === 'bigint' ? String(exact) : exact
    })
  }
  return Array.from(numberOf(bytes, format, isBigEndian), (number) => {
    const name = names?.get(number)
    if (name !== undefined) return isBoolean ? name.toLowerCase() === 'true' : name
    if (Number.isNaN(number)) return null
    return Number.isFinite(number) ? number : String(number)
  })
}

function pointerAt(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true)
}
