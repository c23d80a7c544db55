import type { EventSeriesQuery } from '../gql/graphql.ts'

type Series = NonNullable<EventSeriesQuery['session']>['timeSeries'][number]

/** A series with more samples than this is a signal, whatever else is said of it. */
const MOST_EVENTS = 20_000

/** NWB's types of what is sampled at a steady rate. */
const signalTypes =
  /^(Spatial|Electrical|Patch|Current|Voltage|Optogenetic|Image|.*Photon)\w*Series$/

/** Of quantities that are measured all the time: potentials, currents, places, angles, speeds. */
const signalSymbols = /^[numkµc]?(V|A|m)$|°|\/s$/
const signalWords = /^(\w*volts?|\w*amp(ere)?s?|\w*met(er|re)s?|rad|deg|pix|px)|per sec/i

/**
 * Whether the samples of a series are events, such as licks or rewards, as far as a file says: it
 * does not say how it was sampled, but a signal has another unit.
 */
export function isOfEvents({ sampleCount, channelCount, type, unit }: Series): boolean {
  if (sampleCount === 0 || sampleCount > MOST_EVENTS || channelCount > 1) return false
  const isOfSignal = [signalSymbols, signalWords].some((units) => units.test(unit ?? ''))
  return !isOfSignal && !signalTypes.test(type ?? '')
}
