import { expect, test } from 'vitest'
import { readAmplitudes, readSpikeTimes } from '../../../src/nwb/spikes/read-spikes.ts'
import { MemorySpikes, unitSpikes } from '../../support/memory/memory-spikes.ts'

const never = () => false
const { NEGATIVE_INFINITY: always, POSITIVE_INFINITY: ever } = Number
const of = (unitRow: number, startTime = always, stopTime = ever) => {
  return { unitRow, span: { startTime, stopTime } }
}

/** Two units whose amplitudes are ten times their spike times; the second is out of order. */
function spikes() {
  const times = [Float64Array.of(1, 2, 2, 3), Float64Array.of(9, 7, 8)]
  const { reader, source } = unitSpikes(times)
  const amplitudes = new MemorySpikes(Float64Array.of(10, 20, 21, 30, 90, 70, 80))
  return { units: reader, source, amplitudes }
}

test('spikes on the ends of a span lie in it, in as many spans as ask for them', () => {
  const requests = [of(1, 7, 8), of(0, 2, 3), of(0, 1, 2), of(0, 2.5, 2.9), of(0, 3, 1), of(1)]
  expect(readSpikeTimes(spikes(), requests, never)).toEqual([
    Float64Array.of(7, 8),
    Float64Array.of(2, 2, 3),
    Float64Array.of(1, 2, 2),
    new Float64Array(0),
    new Float64Array(0),
    Float64Array.of(7, 8, 9),
  ])
})

test('each spike has its own amplitude, also where spikes were sorted', () => {
  const requests = [of(1, 7, 8), of(0, 2, 3), of(1, 8), of(0, 1, 2), of(0, 3, 1), of(1)]
  expect(readAmplitudes(spikes(), requests, never)).toEqual([
    Float64Array.of(70, 80),
    Float64Array.of(20, 21, 30),
    Float64Array.of(80, 90),
    Float64Array.of(10, 20, 21),
    new Float64Array(0),
    Float64Array.of(70, 80, 90),
  ])
})

test('only the amplitudes of the spikes in a span are read where spikes are in order', () => {
  const { amplitudes, ...recorded } = spikes()
  readAmplitudes({ ...recorded, amplitudes }, [of(0, 2, 2)], never)
  expect(amplitudes.entriesRead).toBe(2)
})

test('spikes kept by whoever asked stay as they are when others are read', () => {
  const recorded = spikes()
  const [first] = readSpikeTimes(recorded, [of(0)], never)
  readSpikeTimes(recorded, [of(1)], never)
  expect(first).toEqual(Float64Array.of(1, 2, 2, 3))
})
