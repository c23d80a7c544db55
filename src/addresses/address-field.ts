// How the parts of a request are written as fields of an address, and read from them.
import type { SessionTables } from '../domain/session/session-tables.ts'
import { InvalidArgumentError } from '../errors.ts'
import { AddressFields, type FieldValue, parseNumber } from './address-fields.ts'

export type AddressEntry = readonly [name: string, value: FieldValue | undefined]

/** One part of a request, such as a bin size or a unit filter. */
export interface AddressField<Value> {
  /** Entries in canonical order; undefined for what is left at its default. */
  write(value: Value, name: string): Iterable<AddressEntry>
  /** @throws InvalidArgumentError */
  read(fields: AddressFields, name: string): Value
  /**
   * The one form that all values of the same meaning share. The value itself when left out.
   *
   * @throws UserError for what the session does not have
   */
  canonical?(value: Value, tables: SessionTables): Value
}

export type FieldsOf<Request> = {
  readonly [Name in keyof Request]-?: AddressField<Request[Name]>
}

/** The fields of a whole request, in the order in which an address has them. */
export class RequestFields<Request extends object> {
  readonly #fields: FieldsOf<Request>
  readonly #names: readonly (keyof Request & string)[]

  constructor(fields: FieldsOf<Request>) {
    this.#fields = fields
    this.#names = Object.keys(fields) as (keyof Request & string)[]
  }

  /** @param request canonical: requests of the same meaning have the same entries */
  *write(request: Request): Generator<AddressEntry> {
    for (const name of this.#names) yield* this.#fields[name].write(request[name], name)
  }

  /**
   * The request that an address makes, as it is written there.
   *
   * @param search what follows the `?`
   * @throws InvalidArgumentError
   */
  read(search: string): Request {
    const fields = new AddressFields(search)
    const parts = this.#names.map((name) => [name, this.#fields[name].read(fields, name)] as const)
    fields.assertAllRead()
    return Object.fromEntries(parts) as Request
  }

  /** @throws UserError for what the session does not have */
  canonical(request: Request, tables: SessionTables): Request {
    const part = <Name extends keyof Request & string>(name: Name) => {
      const field: AddressField<Request[Name]> = this.#fields[name]
      return field.canonical?.(request[name], tables) ?? request[name]
    }
    return Object.fromEntries(this.#names.map((name) => [name, part(name)])) as Request
  }
}

/** A number that may be left at its default. */
export function numberField(byDefault: number): AddressField<number> {
  return {
    write: (value, name) => [[name, value === byDefault ? undefined : value]],
    read: (fields, name) => fields.number(name) ?? byDefault,
  }
}

/** A number, or null, which is left out. */
export const optionalNumberField: AddressField<number | null> = {
  write: (value, name) => [[name, value ?? undefined]],
  read: (fields, name) => fields.number(name) ?? null,
}

/** A text, or null, which is left out. */
export const optionalTextField: AddressField<string | null> = {
  write: (value, name) => [[name, value ?? undefined]],
  read: (fields, name) => fields.text(name) ?? null,
}

/** A text that must be given. */
export const requiredTextField: AddressField<string> = {
  write: (value, name) => [[name, value]],
  read(fields, name) {
    const text = fields.text(name)
    if (text !== undefined) return text
    throw new InvalidArgumentError(`The address has no ${name}. Query href for an address.`)
  },
}

/** A list of texts in an order that has a meaning; null is left out. */
export const textsField: AddressField<readonly string[] | null> = {
  write: (value, name) => [[name, value ?? undefined]],
  read: (fields, name) => fields.list(name) ?? null,
}

/** A list of numbers in an order that has a meaning; null is left out. */
export const numbersField: AddressField<readonly number[] | null> = {
  write: (value, name) => [[name, value?.map(String)]],
  read: (fields, name) => fields.list(name)?.map((text) => parseNumber(name, text)) ?? null,
}

export function flagField(byDefault: boolean): AddressField<boolean> {
  return {
    write: (value, name) => [[name, value === byDefault ? undefined : value]],
    read: (fields, name) => fields.flag(name) ?? byDefault,
  }
}

/** One of some words. */
export function choiceField<Choice extends string>(
  choices: readonly Choice[],
  byDefault: Choice,
): AddressField<Choice> {
  return {
    write: (value, name) => [[name, value === byDefault ? undefined : value]],
    read(fields, name) {
      const text = fields.text(name)
      if (text === undefined) return byDefault
      const choice = choices.find((candidate) => candidate === text)
      if (choice !== undefined) return choice
      throw new InvalidArgumentError(
        `${name} is "${text.slice(0, 100)}"; it must be one of ${choices.join(', ')}.`,
      )
    },
  }
}
