import { describe, expect, test } from 'vitest'
import { type OpensSpikes, RecordedSpikes } from '../../../src/nwb/spikes/recorded-spikes.ts'
import type { EntriesLayout } from '../../../src/nwb/spikes/sources/spike-layout.ts'
import type { SpikeSource } from '../../../src/nwb/spikes/sources/spike-source.ts'
import { MemorySpikes } from '../../support/memory/memory-spikes.ts'

const ends = Float64Array.of(2, 3)
const times: EntriesLayout = { kind: 'plain', position: 800, length: 3 }
const amplitudes: EntriesLayout = { kind: 'plain', position: 900, length: 3 }

/** Spikes that remember what of them was opened. */
function spikesOf(
  layouts: { times: EntriesLayout | null; amplitudes?: EntriesLayout | null },
  timesSource?: SpikeSource,
) {
  const opened: string[] = []
  const source = (layout: EntriesLayout | null): SpikeSource =>
    Object.assign(new MemorySpikes(Float64Array.of(1, 2, 3)), { layout })
  const opening: OpensSpikes = {
    openTimes() {
      opened.push('times')
      return { ends, source: timesSource ?? source(layouts.times) }
    },
    hasAmplitudes: (ofTimes) => ofTimes === ends && layouts.amplitudes !== undefined,
    openAmplitudes(ofTimes) {
      expect(ofTimes).toBe(ends)
      opened.push('amplitudes')
      return source(layouts.amplitudes ?? null)
    },
  }
  return { opened, spikes: new RecordedSpikes(opening) }
}

test('nothing is opened before it is used, and each only once', () => {
  const { opened, spikes } = spikesOf({ times, amplitudes })
  expect(opened).toEqual([])
  expect(spikes.units.ends).toBe(ends)
  expect(spikes.units).toBe(spikes.units)
  expect(opened).toEqual(['times'])
  expect(spikes.amplitudes).toBe(spikes.amplitudes)
  expect(opened).toEqual(['times', 'amplitudes'])
})

describe('the layout of the spikes', () => {
  test('says where the times and the amplitudes lie', () => {
    expect(spikesOf({ times, amplitudes }).spikes.layout()).toEqual({ ends, times, amplitudes })
  })

  test('has no amplitudes where there are none, or only libhdf5 can read them', () => {
    const { opened, spikes } = spikesOf({ times })
    expect(spikes.layout()).toEqual({ ends, times, amplitudes: null })
    expect(opened).toEqual(['times'])
    const { spikes: others } = spikesOf({ times, amplitudes: null })
    expect(others.layout()).toEqual({ ends, times, amplitudes: null })
  })

  test('is asked for before spikes are: the first and last of the units are fetched', () => {
    const source = new MemorySpikes(Float64Array.of(1, 2, 3), true, 0.1)
    const { spikes } = spikesOf({ times }, source)
    expect(source.entriesRead).toBe(0)
    spikes.layout()
    // Two of the first unit; that of the second is both.
    expect(source.entriesRead).toBe(4)
  })

  test('is none where only libhdf5 can read the times', () => {
    expect(spikesOf({ times: null, amplitudes }).spikes.layout()).toBeNull()
  })
})
