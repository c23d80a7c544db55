import { describe, expect, test } from 'vitest'
import type { TimeSpan } from '../../../src/domain/time/time-span.ts'
import { uniteSpans } from '../../../src/domain/time/unite-spans.ts'
import { UnitSpikeReader } from '../../../src/nwb/spikes/unit-spike-reader.ts'
import { randomNumbers } from '../../domain/adversarial-spikes.ts'
import { MemorySpikes, unitSpikes } from '../../support/memory/memory-spikes.ts'

/** The spikes that lie in the spans, of each unit that was asked. */
function spikesIn(reader: UnitSpikeReader, rows: readonly number[], spans: readonly TimeSpan[]) {
  const united = uniteSpans(spans)
  const found = new Map<number, number[]>()
  for (const { unitRow, spikeTimes } of reader.read(
    new Map(rows.map((row) => [row, united])),
    () => false,
  )) {
    expect(found.has(unitRow)).toBe(false)
    found.set(unitRow, within(spikeTimes, spans))
  }
  return found
}

function within(spikeTimes: Float64Array, spans: readonly TimeSpan[]): number[] {
  const found: number[] = []
  // Loops as plain as can be: hundred million times are looked at.
  for (let i = 0; i < spikeTimes.length; i++) {
    if (isIn(spikeTimes[i], spans)) found.push(spikeTimes[i])
  }
  return found
}

function isIn(time: number, spans: readonly TimeSpan[]): boolean {
  for (let i = 0; i < spans.length; i++) {
    if (spans[i].startTime <= time && time <= spans[i].stopTime) return true
  }
  return false
}

const span = (startTime: number, stopTime: number): TimeSpan => ({ startTime, stopTime })

/** So many spikes, one each step. */
const regular = (count: number, step = 1) =>
  Float64Array.from({ length: count }, (_, i) => i * step)

describe('a large unit of which little is wanted', () => {
  test('is read only around the window', () => {
    const { reader, source } = unitSpikes([regular(100_000)])
    expect(spikesIn(reader, [0], [span(40_000, 40_003)]).get(0)).toEqual([
      40_000, 40_001, 40_002, 40_003,
    ])
    expect(source.entriesRead).toBeLessThan(3200)
  })

  test('is read only around hundreds of windows that lie near each other', () => {
    const { reader, source } = unitSpikes([regular(100_000)])
    const spans = Array.from({ length: 600 }, (_, i) => span(40_000 + 3 * i, 40_001 + 3 * i))
    expect(spikesIn(reader, [0], spans).get(0)).toHaveLength(1200)
    expect(source.entriesRead).toBeLessThan(6000)
  })

  test('is found at once when its anchors are known', () => {
    const { reader, source } = unitSpikes([regular(100_000)])
    spikesIn(reader, [0], [span(-1, 1e6)])
    expect(source.entriesRead).toBe(100_531)
    spikesIn(reader, [0], [span(40_000, 40_003)])
    // the anchors are 39,936 and 40,192; both are read
    expect(source.entriesRead - 100_531).toBe(257)
  })

  test('has both ends of a window, where times repeat', () => {
    const spikes = regular(100_000).map((time) => Math.floor(time / 1000))
    const { reader } = unitSpikes([spikes])
    expect(spikesIn(reader, [0], [span(50, 51)]).get(0)).toEqual([
      ...new Array<number>(1000).fill(50),
      ...new Array<number>(1000).fill(51),
    ])
    expect(spikesIn(reader, [0], [span(98.5, 200)]).get(0)).toEqual(
      new Array<number>(1000).fill(99),
    )
    expect(spikesIn(reader, [0], [span(-9, 0)]).get(0)).toEqual(new Array<number>(1000).fill(0))
  })

  test.each([0, 1, 5, 255, 256, 257])(
    "has all of several spikes at a window's start, %d of them before an anchor",
    (before) => {
      const anchor = 156 * 256
      const spikes = regular(100_000)
      spikes.fill(anchor - before, anchor - before, anchor - before + 300)
      const { reader } = unitSpikes([spikes])
      const window = span(anchor - before, anchor - before)
      const all = new Array<number>(300).fill(anchor - before)
      expect(spikesIn(reader, [0], [window]).get(0)).toEqual(all)
      // Now with all anchors known.
      spikesIn(reader, [0], [span(-1, 1e6)])
      expect(spikesIn(reader, [0], [window]).get(0)).toEqual(all)
    },
  )

  test('has no spikes in a window before, behind, or in a silence', () => {
    const spikes = regular(50_000).map((time) => (time < 25_000 ? time : time + 1e6))
    const { reader, source } = unitSpikes([regular(700), spikes, regular(700)])
    for (const window of [span(-10, -1), span(2e6, 3e6), span(30_000, 300_000)]) {
      expect(spikesIn(reader, [1], [window]).get(1)).toEqual([])
    }
    expect(source.entriesRead).toBeLessThan(20_000)
    expect(spikesIn(reader, [1], [span(24_999, 1_025_000)]).get(1)).toEqual([24_999, 1_025_000])
  })

  test('has each spike once where windows overlap, touch, or come in any order', () => {
    const { reader } = unitSpikes([regular(100_000)])
    const spans = [span(500, 502), span(100, 101), span(501, 503), span(503, 504), span(9, 8)]
    expect(spikesIn(reader, [0], spans).get(0)).toEqual([100, 101, 500, 501, 502, 503, 504])
  })
})

describe('a unit that is not in order', () => {
  const last = 99_999
  /** Times of a regular unit with some exchanged for others. */
  const changed = (changes: Readonly<Record<number, number>>) => {
    const spikes = regular(100_000)
    for (const [spike, time] of Object.entries(changes)) spikes[Number(spike)] = time
    return spikes
  }

  test.each([
    ['within a window', { 40001: 40_003.5 }],
    ['with a neighbour of the window that belongs into it', { 39999: 40_001.5 }],
    ['with a missing time in the window', { 40002: Number.NaN }],
    ['with a last time that comes before the others', { [last]: -5 }],
    ['with a first time that is missing', { 0: Number.NaN }],
  ])('%s is read whole, and sorted', (_, changes) => {
    const spikes = changed(changes)
    const { reader, source } = unitSpikes([spikes])
    const window = span(40_000, 40_003)
    const expected = within(spikes.slice().sort(), [window])
    expect(spikesIn(reader, [0], [window]).get(0)).toEqual(expected)
    expect(source.entriesRead).toBeGreaterThan(100_000)
    expect(spikesIn(reader, [0], [span(-5, -5)]).get(0)).toEqual(within(spikes, [span(-5, -5)]))
  })

  test.each([3, 20, 100, 1000, 20_000])(
    'of two runs, one of each %d-th spike, is read whole, whichever comes first',
    (share) => {
      const isOfShortRun = (time: number) => time % share === 0
      const long = regular(100_000).filter((time) => !isOfShortRun(time))
      const short = regular(100_000).filter(isOfShortRun)
      for (const runs of [
        [long, short],
        [short, long],
      ]) {
        const { reader } = unitSpikes([Float64Array.from(runs.flatMap((run) => [...run]))])
        expect(spikesIn(reader, [0], [span(39_999, 40_001)]).get(0)).toEqual([
          39_999, 40_000, 40_001,
        ])
      }
    },
  )

  test('descends: every window has its spikes', () => {
    const { reader } = unitSpikes([regular(30_000).reverse()])
    expect(spikesIn(reader, [0], [span(7, 9)]).get(0)).toEqual([7, 8, 9])
  })

  test('as a small unit is noticed wherever it is', () => {
    const spikes = regular(8192)
    spikes[8000] = 3.5
    const { reader } = unitSpikes([spikes])
    expect(spikesIn(reader, [0], [span(3, 4)]).get(0)).toEqual([3, 3.5, 4])
  })

  test('stays known, once it was read whole', () => {
    const spikes = changed({ 90000: 3.5 })
    const { reader } = unitSpikes([spikes])
    // far from everything that was read: not noticed
    expect(spikesIn(reader, [0], [span(3, 4)]).get(0)).toEqual([3, 4])
    spikesIn(reader, [0], [span(-1, 1e6)])
    expect(spikesIn(reader, [0], [span(3, 4)]).get(0)).toEqual([3, 3.5, 4])
  })
})

test.each([
  ['on a disk', 0],
  ['on a server', 0.08],
])('what is found is what lies there, whatever the unit and the windows: %s', (_, latency) => {
  const random = randomNumbers(20_260_722)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]
  const steps = [
    () => random(),
    () => (random() < 0.999 ? random() * 0.001 : random() * 1000),
    () => (random() < 0.5 ? 0 : random()),
    () => random() ** 8 * 100,
    () => 0,
  ]
  for (let round = 0; round < 60; round++) {
    const units = Array.from({ length: 4 }, () => {
      const step = pick(steps)
      let time = random() * 10
      return Float64Array.from({ length: pick([0, 3, 8192, 8193, 20_000, 60_001]) }, () => {
        time += step()
        return time
      })
    })
    const { reader } = unitSpikes(units, latency)
    for (let request = 0; request < 4; request++) {
      const all = Float64Array.from(units.flatMap((unit) => [unit[0] ?? 0, unit.at(-1) ?? 1]))
      const end = Math.max(...all)
      const spans = Array.from({ length: pick([1, 1, 3, 15]) }, () => {
        const unit = pick(units)
        const edge = unit[Math.floor(random() * unit.length)] ?? 0
        const start = pick([random() * end, edge, edge - 1, -1])
        return span(start, start + pick([0, random() * end * 0.01, random() * end * 0.3]))
      })
      const found = spikesIn(reader, [2, 0, 3, 1], spans)
      for (const [row, unit] of units.entries()) expect(found.get(row)).toEqual(within(unit, spans))
    }
  }
})

test('where every read is dear, units are read whole', () => {
  const source = new MemorySpikes(regular(100_000), false)
  const reader = new UnitSpikeReader(Float64Array.of(100_000), source)
  expect(spikesIn(reader, [0], [span(3, 4)]).get(0)).toEqual([3, 4])
  expect(source.entriesRead).toBe(100_000)
})

test('a search that is given up stops', () => {
  const { reader } = unitSpikes([regular(100_000)])
  const wanted = new Map([[0, uniteSpans([span(3, 4)])]])
  expect(() => [...reader.read(wanted, () => true)]).toThrow('The request was cancelled')
})

test('a reading of whole units that is given up stops before the next part of the file', () => {
  const { reader, source } = unitSpikes([regular(10), regular(100_000), regular(20)])
  const read: number[] = []
  const units = reader.read(
    new Map([
      [0, null],
      [2, null],
    ]),
    () => read.length > 0,
  )
  expect(() => {
    for (const { unitRow } of units) read.push(unitRow)
  }).toThrow('The request was cancelled')
  expect(read).toEqual([0])
  expect(source.entriesRead).toBe(10)
})

describe('spikes on a server', () => {
  const random = randomNumbers(7)
  /** Spikes at random times, a hundred a second on average. */
  const unit = () => {
    let time = 0
    return Float64Array.from({ length: 100_000 }, () => {
      time -= Math.log(1 - random()) / 100
      return time
    })
  }
  const units = Array.from({ length: 40 }, unit)
  const rows = units.map((_, row) => row)

  test('are fetched for all units together, in few waits and little more than is wanted', () => {
    const { reader, source } = unitSpikes(units, 0.08)
    const spans = [span(100, 103), span(500, 503), span(900, 901)]
    const found = spikesIn(reader, rows, spans)
    for (const [row, times] of units.entries()) expect(found.get(row)).toEqual(within(times, spans))
    expect(source.waits).toBeLessThanOrEqual(4)
    expect(source.entriesRead / 40).toBeLessThan(12_000)
  })

  test('of a first window are guessed from their number and the ends of few units', () => {
    const { reader, source } = unitSpikes(units, 0.08)
    const spans = [span(100, 103)]
    const found = spikesIn(reader, rows, spans)
    for (const [row, times] of units.entries()) expect(found.get(row)).toEqual(within(times, spans))
    expect(source.waits).toBeLessThanOrEqual(3)
    expect(source.entriesRead / 40).toBeLessThan(3000)
  })

  test('are found where the rate drifts', () => {
    const drifting = units.map((times) => times.map((time) => time ** 2 / 1000))
    const { reader, source } = unitSpikes(drifting, 0.08)
    const spans = [span(100, 103), span(400, 402)]
    const found = spikesIn(reader, rows, spans)
    for (const [row, times] of drifting.entries()) {
      expect(found.get(row)).toEqual(within(times, spans))
    }
    expect(source.entriesRead / 40).toBeLessThan(12_000)
  })

  test('are found at once when the sparse index is known', () => {
    const { reader, source } = unitSpikes(units, 0.08)
    spikesIn(reader, rows, [span(100, 103)])
    const { waits, entriesRead } = source
    spikesIn(reader, rows, [span(700, 703)])
    expect(source.waits - waits).toBeLessThanOrEqual(2)
    expect((source.entriesRead - entriesRead) / 40).toBeLessThan(3000)
  })

  test('are read whole where most of them are wanted, the next meanwhile', () => {
    const { reader, source } = unitSpikes(units, 0.08)
    const found = spikesIn(reader, rows, [span(-1, 600)])
    expect(found.get(7)?.length).toBe(within(units[7] as Float64Array, [span(-1, 600)]).length)
    expect(source.waits).toBeLessThanOrEqual(2)
  })

  test.each([100_000, 30_000])('are sorted where a run of %d stands after another', (length) => {
    const runs = [units[0], units[1]?.filter((_, i) => i % 100 < length / 1000)].flatMap((run) => [
      ...(run as Float64Array),
    ])
    const { reader } = unitSpikes([Float64Array.from(runs)], 0.08)
    const window = span(500, 501)
    const expected = within(Float64Array.from(runs).sort(), [window])
    expect(spikesIn(reader, [0], [window]).get(0)).toEqual(expected)
  })
})

describe('how many bytes a read takes', () => {
  const wanted = (rows: readonly number[], spans: readonly TimeSpan[] | null) =>
    new Map(rows.map((row) => [row, spans]))

  test('is estimated for a server from where the window must lie, without looking there', () => {
    const { reader, source } = unitSpikes([regular(100_000), regular(100_000), regular(100)], 0.1)
    const spans = [span(40_000, 49_999)]
    const estimate = reader.bytesToRead(wanted([0, 1, 2], spans))
    // the first and last spikes of each unit
    expect(source.entriesRead).toBe(6)
    expect(estimate).toBeGreaterThan(8 * 20_100)
    expect(estimate).toBeLessThan(8 * 24_000)
  })

  test('is all of a unit of which most is wanted', () => {
    const { reader } = unitSpikes([regular(100_000), regular(50)], 0.1)
    expect(reader.bytesToRead(wanted([0], [span(0, 90_000)]))).toBe(800_000)
    expect(reader.bytesToRead(wanted([1], null))).toBe(400)
    expect(reader.bytesToRead(wanted([], null))).toBe(0)
  })
})
