// The fields after the `?` of an address, written so that a person can read them: lists with
// commas, limits that are off as `none`.
import { InvalidArgumentError } from '../errors.ts'

export type FieldValue = string | number | boolean | readonly string[] | null

/** Fields in the order given; those that are undefined are left out. Without the `?`. */
export function writeFields(
  fields: Iterable<readonly [name: string, value: FieldValue | undefined]>,
): string {
  const written: string[] = []
  for (const [name, value] of fields) {
    if (value !== undefined) written.push(`${encodeURIComponent(name)}=${writeValue(value)}`)
  }
  return written.join('&')
}

function writeValue(value: FieldValue): string {
  if (value === null) return 'none'
  if (typeof value === 'object') return value.map(encodeURIComponent).join()
  return encodeURIComponent(value)
}

/** Reads fields, each once; after the known ones, checks that none is left. */
export class AddressFields {
  readonly #fields = new Map<string, string>()

  /**
   * @param search what stands after the `?`
   * @throws InvalidArgumentError for a field given twice
   */
  constructor(search: string) {
    for (const field of search.split('&')) {
      if (field === '') continue
      const [name = '', ...value] = field.split('=')
      const known = decode(name)
      if (this.#fields.has(known)) {
        throw new InvalidArgumentError(`The address has "${shortened(known)}" twice.`)
      }
      this.#fields.set(known, value.join('='))
    }
  }

  /** Names of the fields that were not read yet. */
  names(): string[] {
    return [...this.#fields.keys()]
  }

  text(name: string): string | undefined {
    const value = this.#take(name)
    return value === undefined ? undefined : decode(value)
  }

  list(name: string): string[] | undefined {
    const value = this.#take(name)
    if (value === undefined) return undefined
    return value === '' ? [] : value.split(',').map(decode)
  }

  /** @throws InvalidArgumentError */
  number(name: string): number | undefined {
    const text = this.text(name)
    return text === undefined ? undefined : parseNumber(name, text)
  }

  /** A number, or null where the field says `none`. */
  limit(name: string): number | null | undefined {
    const text = this.text(name)
    return text === undefined || text === 'none' ? text && null : parseNumber(name, text)
  }

  flag(name: string): boolean | undefined {
    const text = this.text(name)
    if (text !== undefined && text !== 'true' && text !== 'false') {
      throw new InvalidArgumentError(`${name} is "${shortened(text)}"; it must be true or false.`)
    }
    return text === undefined ? undefined : text === 'true'
  }

  /** @throws InvalidArgumentError for fields that no reader took */
  assertAllRead(): void {
    const [name] = this.names()
    if (name === undefined) return
    throw new InvalidArgumentError(
      `The address has an unknown field "${shortened(name)}". Query href for an address.`,
    )
  }

  #take(name: string): string | undefined {
    const value = this.#fields.get(name)
    this.#fields.delete(name)
    return value
  }
}

/** @throws InvalidArgumentError */
export function parseNumber(name: string, text: string): number {
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) {
    throw new InvalidArgumentError(`${name} is "${shortened(text)}"; it must be a number.`)
  }
  return number
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new InvalidArgumentError(
      `The address has "${shortened(text)}", which is not a valid URL encoding.`,
    )
  }
}

const shortened = (text: string) => (text.length <= 100 ? text : `${text.slice(0, 100)}…`)
