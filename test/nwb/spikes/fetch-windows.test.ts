import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { TimeSpan } from '../../../src/domain/time/time-span.ts'
import { SessionFile } from '../../../src/nwb/session-file.ts'
import { spanEnds, type UnitWindows, WindowFetcher } from '../../../src/nwb/spikes/fetch-windows.ts'
import type { EntryRange, SpikeSource } from '../../../src/nwb/spikes/sources/spike-source.ts'
import { SpikeIndex } from '../../../src/nwb/spikes/spike-index.ts'
import type { UnitSpikes } from '../../../src/nwb/spikes/spike-plan.ts'
import { FarFile } from '../../support/recordings/far-file.ts'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

/** Spikes on a server, and what was fetched of them. */
class FarSpikes implements SpikeSource {
  readonly readsAnywhere = true
  readonly latency = 0.1
  readonly pagePhase = 0
  readonly layout = null
  readonly length: number
  readonly #timeOf: (entry: number) => number
  /** each of which waits once for all its ranges */
  readonly reads: (readonly EntryRange[])[] = []
  /** what was done, and for how many ranges */
  readonly log: string[] = []

  constructor(length: number, timeOf: (entry: number) => number) {
    this.length = length
    this.#timeOf = timeOf
  }

  readMany(ranges: readonly EntryRange[]): Float64Array[] {
    this.reads.push(ranges)
    this.log.push(`read ${ranges.length}`)
    return ranges.map(({ from, to }) =>
      Float64Array.from({ length: to - from }, (_, i) => this.#timeOf(from + i)),
    )
  }

  prefetch(ranges: readonly EntryRange[]): void {
    this.log.push(`prefetch ${ranges.length}`)
  }

  read(): void {
    throw new Error('one wait for a single read')
  }

  bytesOf(): number {
    return 0
  }
}

/** 40 anchors, of which every 256th entry is one; a spike a second from 1000 s on. */
const COUNT = 10_240
const recorded = { startTime: 1000, stopTime: 1000 + COUNT }
const steady = (entry: number) => 1000 + entry
const unit: UnitSpikes = { unitRow: 0, from: 0, to: COUNT }
/** Windows of 20 s around what should be these entries. */
const around = (...entries: number[]): TimeSpan[] =>
  entries.map((entry) => ({ startTime: 990 + entry, stopTime: 1010 + entry }))
const range = (from: number, to: number): EntryRange => ({ from, to })

function fetcherOf(timeOf: (entry: number) => number, assumed: TimeSpan | null = recorded) {
  const source = new FarSpikes(COUNT, timeOf)
  const index = new SpikeIndex(COUNT, 1, true)
  if (assumed) index.assume(assumed)
  return { source, index, fetcher: new WindowFetcher(source, index) }
}

describe('the span of a recording', () => {
  const units = [3, 9, 0, 7, 1, 8].map((count, unitRow, counts) => {
    const from = counts.slice(0, unitRow).reduce((sum, before) => sum + before, 0)
    return { unitRow, from, to: from + count }
  })

  test('is looked for at the ends of the four units that have most spikes', () => {
    expect(spanEnds(units)).toEqual([
      range(3, 4),
      range(11, 12),
      range(20, 21),
      range(27, 28),
      range(12, 13),
      range(18, 19),
      range(0, 1),
      range(2, 3),
    ])
  })

  test('is not looked for in units without spikes', () => {
    const silent = { unitRow: 1, from: 2, to: 2 }
    expect(spanEnds([{ unitRow: 0, from: 0, to: 2 }, silent])).toEqual([range(0, 1), range(1, 2)])
    expect(spanEnds([silent])).toEqual([])
  })

  test('is from the first to the last of these spikes, and is looked for once', () => {
    const { source, index, fetcher } = fetcherOf((entry) => [5, 9, 4, Number.NaN][entry], null)
    const both = [
      { unitRow: 0, from: 0, to: 2 },
      { unitRow: 1, from: 2, to: 4 },
    ]
    fetcher.fetchSpan(both)
    fetcher.fetchSpan(both)
    expect(index.assumed).toEqual({ startTime: 4, stopTime: 9 })
    expect(source.reads).toHaveLength(1)
  })

  test('stays unknown where none of these spikes has a time', () => {
    const { index, fetcher } = fetcherOf(() => Number.NaN, null)
    fetcher.fetchSpan([unit])
    expect(index.assumed).toBeNull()
  })
})

test.each([undefined, 100, 200])(
  'spikes on a server are read where a unit has none, in chunks of %s',
  async (chunkLength) => {
    const layout = chunkLength === undefined ? {} : { chunkLength }
    const times = Array.from({ length: 100 }, (_, i) => i)
    for (const silent of [0, 1, 2]) {
      const units = [0, 1, 2].map((id) => ({ id, spikes: id === silent ? [] : times }))
      const name = `silent-${silent}-${chunkLength}.nwb`
      const path = await writeNwb(join(folder, name), { units, layout })
      const file = await SessionFile.of(new FarFile(path))
      const span = { startTime: 4.5, stopTime: 6 }
      const found = file.read(
        'spikeTimes',
        [0, 1, 2].map((unitRow) => ({ unitRow, span })),
      )
      const expected = [0, 1, 2].map((id) => (id === silent ? [] : [5, 6]))
      expect(found.map((spikes) => [...spikes])).toEqual(expected)
      file.close()
    }
  },
)

describe('a unit that was never looked at', () => {
  const survey = (windows: readonly TimeSpan[], timeOf = steady) => {
    const { source, fetcher } = fetcherOf(timeOf)
    fetcher.survey([{ unit, windows }])
    return source.reads
  }

  // Guesses are 2 standard deviations wide, to either side, and reach to the next anchors:
  // of 10,240 spikes those before the 3400th are spread by sqrt(10,240 * 0.332 * 0.668) = 48.
  test('is looked at in the windows next to a third and two thirds of the recording', () => {
    expect(survey(around(2600, 3400, 4200, 5120, 7000, 8200, 9900))).toEqual([
      [range(3072, 3584), range(6656, 7168)],
      [],
    ])
  })

  test('is looked at in its middle, too, where its windows lie in its first or last quarter', () => {
    const middle = range(5120, 5121)
    expect(survey(around(200))[0]).toEqual([range(0, 256), middle])
    expect(survey(around(10_100))[0]).toEqual([range(9984, 10_240), middle])
    // The quarters end at the anchors 2,560 and 7,680.
    expect(survey(around(2700))[0]).toEqual([range(2560, 2816), middle])
    expect(survey(around(7550))[0]).toEqual([range(7424, 7680), middle])
  })

  test('is not looked at in its middle where one of two windows lies between the quarters', () => {
    expect(survey(around(2000, 7000))[0]).toEqual([range(1792, 2304), range(6656, 7168)])
  })

  test('is looked at by its own place among the others', () => {
    const source = new FarSpikes(2 * COUNT, (entry) => 1000 + (entry % COUNT))
    const index = new SpikeIndex(2 * COUNT, 2, true)
    index.assume(recorded)
    const second = { unitRow: 1, from: COUNT, to: 2 * COUNT }
    new WindowFetcher(source, index).survey([{ unit: second, windows: around(5120) }])
    expect(source.reads).toEqual([[range(COUNT + 4864, COUNT + 5376)], []])
  })

  test('is looked at all over where its spikes are not where a steady rate would have them', () => {
    const late = (entry: number) => 1000 + entry ** 2 / COUNT
    expect(survey(around(5120), late)).toEqual([
      [range(4864, 5376)],
      [
        range(0, 256),
        ...[5, 10, 15, 20, 24, 29, 34].map((anchor) => range(256 * anchor, 256 * anchor + 1)),
        range(9984, 10_240),
      ],
    ])
  })

  test('is looked at once', () => {
    const { source, fetcher } = fetcherOf(steady)
    const windows = around(5120)
    fetcher.survey([{ unit, windows }])
    fetcher.survey([{ unit, windows }])
    expect(source.reads.map((ranges) => ranges.length)).toEqual([1, 0, 0, 0])
  })
})

describe('windows', () => {
  const readsOf = (timeOf: (entry: number) => number, entries: readonly number[]) => {
    const { source, fetcher } = fetcherOf(timeOf)
    expect([...fetcher.groups([{ unit, windows: around(...entries) }])]).toHaveLength(1)
    return source.reads
  }

  test('are fetched by one wait where the guesses are right', () => {
    expect(readsOf(steady, [3400, 7000])).toEqual([[range(3072, 3584), range(6656, 7168)]])
  })

  // All but the last 240 spikes come at once, and the window lies in the silence after them: each
  // guess takes about half of what is left.
  test('are guessed three times, and then left to whoever reads them', () => {
    const burst = (entry: number) => (entry < 10_000 ? 1001 : 11_239)
    expect(readsOf(burst, [5000])).toEqual([
      [range(4864, 5120)],
      [range(7424, 7936)],
      [range(8960, 9216)],
    ])
  })

  test('are guessed again only where they were missed', () => {
    const burst = (entry: number) => (entry < 2560 ? 1000 + entry : entry < 10_000 ? 3561 : 11_239)
    expect(readsOf(burst, [1300, 5000])).toEqual([
      [range(1024, 1536), range(4864, 5120)],
      [range(6656, 6912)],
      [range(7680, 8192)],
    ])
  })

  test('of more than a million spikes are fetched in groups, the two that follow meanwhile', () => {
    const length = 2 ** 19
    const source = new FarSpikes(5 * length, (entry) => entry % length)
    const index = new SpikeIndex(5 * length, 5, true)
    const windows = [{ startTime: 0, stopTime: length - 1 }]
    index.assume({ startTime: 0, stopTime: length - 1 })
    const units = [0, 1, 2, 3, 4].map((unitRow): UnitWindows => {
      return { unit: { unitRow, from: unitRow * length, to: (unitRow + 1) * length }, windows }
    })
    const log: string[] = []
    for (const group of new WindowFetcher(source, index).groups(units)) {
      log.push(...source.log.splice(0), `group of ${group.length}`)
    }
    expect(log).toEqual([
      'prefetch 2',
      'prefetch 2',
      'read 2',
      'prefetch 1',
      'group of 2',
      'read 2',
      'group of 2',
      'read 1',
      'group of 1',
    ])
  })
})
