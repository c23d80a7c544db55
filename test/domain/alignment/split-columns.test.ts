import { describe, expect, test } from 'vitest'
import { type AlignRequest, collectorOf } from '../../../src/domain/alignment/align-request.ts'
import type { Alignment } from '../../../src/domain/alignment/alignment.ts'
import { joinColumns, splitColumns } from '../../../src/domain/alignment/split-columns.ts'
import { groupsOf } from '../../../src/domain/stimuli/grouped-presentations.ts'

const edges = {
  kind: 'edges',
  startTimes: Float64Array.of(0, 10),
  edges: Float64Array.of(0, 1, 2),
  edgeRule: 'numpy',
} as const satisfies Alignment

const countsOf = (units: number): AlignRequest => ({
  kind: 'counts',
  alignment: edges,
  unitRows: Uint32Array.from({ length: units }, (_, row) => 1000 + row),
})

const widthsOf = (parts: readonly AlignRequest[]) => parts.map(({ unitRows }) => unitRows.length)

describe('splitColumns', () => {
  test('cuts between units, in order', () => {
    const parts = splitColumns(countsOf(160), 2)
    expect(widthsOf(parts)).toEqual([80, 80])
    expect(parts.map(({ unitRows }) => unitRows[0])).toEqual([1000, 1080])
    expect(widthsOf(splitColumns(countsOf(500), 3))).toEqual([71, 72, 71, 72, 71, 72, 71])
  })

  test('leaves what is small, or has but one thread, whole', () => {
    expect(widthsOf(splitColumns(countsOf(127), 4))).toEqual([127])
    expect(widthsOf(splitColumns(countsOf(1000), 1))).toEqual([1000])
    expect(widthsOf(splitColumns(countsOf(0), 4))).toEqual([0])
  })

  test('leaves spikes whole, which come in order of time', () => {
    expect(splitColumns({ ...countsOf(500), kind: 'spikes' } as AlignRequest, 4)).toHaveLength(1)
  })
})

describe('joinColumns', () => {
  test('puts the units of the parts side by side', async () => {
    const left = { counts: Uint8Array.of(1, 2, 3, 4, 5, 6) }
    const right = { counts: Uint8Array.of(7, 8, 9) }
    expect(await joinColumns([left, right], [2, 1])).toEqual({
      counts: Uint8Array.of(1, 2, 7, 3, 4, 8, 5, 6, 9),
    })
  })

  test('takes the widest type of the parts, whichever has it', async () => {
    const narrow = { counts: Uint8Array.of(1, 2) }
    const wide = { counts: Uint16Array.of(300, 4) }
    expect(await joinColumns([narrow, wide], [1, 1])).toEqual({
      counts: Uint16Array.of(1, 300, 2, 4),
    })
    expect(await joinColumns([wide, narrow], [1, 1])).toEqual({
      counts: Uint16Array.of(300, 1, 4, 2),
    })
  })

  test('lets others have their turn', async () => {
    const [rows, width] = [20_000, 64]
    const part = (first: number) => ({
      counts: Uint8Array.from(
        { length: rows * width },
        (_, cell) => first + Math.floor(cell / width),
      ),
    })
    const order: string[] = []
    setImmediate(() => order.push('other'))
    const joined = await joinColumns([part(0), part(1)], [width, width])
    order.push('joined')
    expect(order).toEqual(['other', 'joined'])
    const last = joined.counts.subarray(-2 * width)
    expect(last).toEqual(Uint8Array.from({ length: 2 * width }, (_, i) => 31 + Number(i >= width)))
  })

  test.each(['counts', 'binStatistics', 'presentationStatistics'] as const)(
    'makes of the parts of %s what one question is answered with',
    async (kind) => {
      const whole = {
        kind: 'whole',
        startTimes: Float64Array.of(0, 10),
        stopTimes: Float64Array.of(2, 12),
      } as const
      const request = {
        kind,
        alignment: kind === 'presentationStatistics' ? whole : edges,
        groups: groupsOf(Int32Array.of(0, 0), 1),
        perSecond: false,
        observation: null,
        unitRows: Uint32Array.from({ length: 150 }, (_, row) => row),
      } as AlignRequest
      // A unit has as many spikes in its first bin as its row tells.
      const response = (requested: AlignRequest) => {
        const collector = collectorOf(requested)
        requested.unitRows.forEach((row, column) => {
          collector.add(
            column,
            Float64Array.from({ length: 2 * row }, (_, i) => i / (2 * row + 1)),
          )
        })
        return collector.finish().value
      }
      const parts = splitColumns(request, 2)
      expect(parts).toHaveLength(2)
      expect(await joinColumns(parts.map(response), widthsOf(parts))).toEqual(response(request))
    },
  )
})
