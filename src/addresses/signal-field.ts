import { isSignalName, type SignalReference } from '../domain/signals/signal-source.ts'
import { InvalidArgumentError } from '../errors.ts'
import type { AddressField } from './address-field.ts'
import { parseNumber } from './address-fields.ts'

/** `runningSpeed`, or `/path/of/series;column=1`; column 0 is left out. */
export function writeSignal(of: SignalReference): string {
  if (!('path' in of)) return of.name
  // A path may contain what separates it from the column.
  const path = encodeURI(of.path).replaceAll(';', '%3B')
  return of.column === 0 ? path : `${path};column=${of.column}`
}

/**
 * @param name of a signal, or the path of a time series as writeSignal encodes it
 * @throws InvalidArgumentError
 */
export function signalReference(name: string, column: number): SignalReference {
  if (name.startsWith('/')) return { path: decodePath(name), column }
  if (isSignalName(name)) return { name }
  throw new InvalidArgumentError(
    `"${name.slice(0, 100)}" is not a signal; it must be a name such as runningSpeed, or the path of a time series.`,
  )
}

/** One signal. */
export const signalField: AddressField<SignalReference> = {
  write: (signal, name) => [[name, writeSignal(signal)]],
  read: (fields, name) => readSignal(fields.text(name) ?? '', name),
}

/** @throws InvalidArgumentError */
export function readSignal(text: string, field: string): SignalReference {
  const [name = '', column = 'column=0', ...more] = text.split(';')
  if (more.length === 0 && column.startsWith('column=')) {
    return signalReference(name, parseNumber(`${field} column`, column.slice('column='.length)))
  }
  throw new InvalidArgumentError(
    `${field} is "${text.slice(0, 100)}"; it must be a signal, such as runningSpeed or /path/of/series;column=1.`,
  )
}

function decodePath(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new InvalidArgumentError(`"${text.slice(0, 100)}" is not a valid URL encoding of a path.`)
  }
}
