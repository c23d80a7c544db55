import type { EpochWindow } from '../domain/counting/epoch-window.ts'
import type { RequestedWindow } from '../domain/counting/matrix-request.ts'
import { defaultWindow } from '../domain/defaults.ts'
import type { TimeSpan } from '../domain/time/time-span.ts'
import { InvalidArgumentError } from '../errors.ts'
import type { AddressEntry, AddressField } from './address-field.ts'
import { type AddressFields, parseNumber } from './address-fields.ts'

/** A window around the start of an epoch, or from `start` to `stop`. */
export const windowField: AddressField<RequestedWindow> = {
  *write(window) {
    if ('epochIndex' in window) {
      yield ['epoch', window.epochIndex]
      yield* aroundEntries(window)
    } else {
      yield ['start', window.start]
      yield ['stop', window.stop]
      yield ['binSize', unlessDefault('binSize', window.binSize)]
    }
  },
  read(fields) {
    const epochIndex = fields.number('epoch')
    if (epochIndex !== undefined) return { epochIndex, ...readAround(fields) }
    const start = fields.number('start')
    const stop = fields.number('stop')
    if (start === undefined || stop === undefined) {
      throw new InvalidArgumentError(
        'The address names neither an epoch nor start and stop of a window. Query href for an address.',
      )
    }
    return { start, stop, binSize: fields.number('binSize') ?? defaultWindow.binSize }
  },
}

/** A window around the start of each epoch. */
export const epochWindowField: AddressField<EpochWindow> = {
  write: aroundEntries,
  read: readAround,
}

/** From `start` to `stop`; null is left out. */
export const spanField: AddressField<TimeSpan | null> = {
  *write(span) {
    yield ['start', span?.startTime]
    yield ['stop', span?.stopTime]
  },
  read(fields) {
    const startTime = fields.number('start')
    const stopTime = fields.number('stop')
    if (startTime === undefined && stopTime === undefined) return null
    if (startTime === undefined || stopTime === undefined) {
      throw new InvalidArgumentError('The address has only one of start and stop; give both.')
    }
    return { startTime, stopTime }
  },
}

/** The same, where each end may be left out: from the first sample, to the last. */
export const openSpanField: AddressField<TimeSpan> = {
  *write({ startTime, stopTime }) {
    yield ['start', startTime === -Infinity ? undefined : startTime]
    yield ['stop', stopTime === Infinity ? undefined : stopTime]
  },
  read: (fields) => ({
    startTime: fields.number('start') ?? -Infinity,
    stopTime: fields.number('stop') ?? Infinity,
  }),
}

function* aroundEntries({ before, after, binSize }: EpochWindow): Generator<AddressEntry> {
  yield ['before', unlessDefault('before', before)]
  yield ['after', after === null ? 'end' : unlessDefault('after', after)]
  yield ['binSize', unlessDefault('binSize', binSize)]
}

const unlessDefault = (name: keyof typeof defaultWindow, value: number) =>
  value === defaultWindow[name] ? undefined : value

function readAround(fields: AddressFields): EpochWindow {
  const after = fields.text('after') ?? String(defaultWindow.after)
  return {
    before: fields.number('before') ?? defaultWindow.before,
    after: after === 'end' ? null : parseNumber('after', after),
    binSize: fields.number('binSize') ?? defaultWindow.binSize,
  }
}
