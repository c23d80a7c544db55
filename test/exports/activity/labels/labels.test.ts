import { describe, expect, test } from 'vitest'
import {
  binCoordinates,
  edgeCoordinates,
} from '../../../../src/exports/activity/labels/activity-labels.ts'
import { eventCoordinates } from '../../../../src/exports/activity/labels/event-labels.ts'
import { groupCoordinates } from '../../../../src/exports/activity/labels/group-labels.ts'
import { parameterCells } from '../../../../src/exports/activity/labels/parameter-cells.ts'
import { presentationCoordinates } from '../../../../src/exports/activity/labels/presentation-labels.ts'

/** By their names. */
const dataOf = (arrays: readonly { readonly name: string; readonly data: unknown }[]) =>
  Object.fromEntries(arrays.map(({ name, data }) => [name, data]))

const list = {
  stimulusNames: { codes: Int32Array.of(0, 1, 0, 1), values: ['gabors', 'flashes'] },
  epochIndexes: Int32Array.of(3, 4, 3, 5),
  startTimes: Float64Array.of(10, 11, 12, 13),
}
const conditions = { ofPresentations: Int32Array.of(7, 8, -1, 9) }

test('bins are labelled by their edges, and where each presentation is one there are none', () => {
  const edges = Float64Array.of(0, 0.5, 2)
  const expected = {
    bin_start: Float64Array.of(0, 0.5),
    bin_stop: Float64Array.of(0.5, 2),
    bin_edges: edges,
  }
  expect(dataOf(edgeCoordinates(edges))).toEqual(expected)
  expect(dataOf(binCoordinates({ kind: 'edges', edges } as never))).toEqual(expected)
  expect(binCoordinates({ kind: 'whole' } as never)).toEqual([])
})

test('events are labelled by their times and places', () => {
  const found = eventCoordinates(Float64Array.of(1, 2), Int32Array.of(5, 9))
  expect(dataOf(found)).toEqual({
    event_times: Float64Array.of(1, 2),
    source_indexes: BigInt64Array.of(5n, 9n),
  })
  expect(found.map(({ column, dims }) => [column, ...dims])).toEqual([
    ['event_time', 'event'],
    ['source_index', 'event'],
  ])
})

test.each([
  [[1, null, 2.5], Float64Array.of(1, Number.NaN, 2.5)],
  [
    ['a', null, [1, 2], 3],
    ['a', '', '[1,2]', '3'],
  ],
])('the parameters %j are cells', (values, cells) => {
  expect(parameterCells(values)).toEqual(cells)
})

describe('presentations are labelled', () => {
  const labelsOf = (kind: 'edges' | 'whole', anchor: object | null) => {
    const alignment = {
      ...{ kind, startTimes: Float64Array.of(1, 2) },
      stopTimes: Float64Array.of(3, 4),
    }
    const activity = { ids: Int32Array.of(1, 2), list, alignment, request: { anchor } }
    return dataOf(presentationCoordinates(activity as never, conditions as never))
  }
  const starts = {
    presentation_ids: BigInt64Array.of(1n, 2n),
    condition_ids: BigInt64Array.of(8n, -1n),
    stimulus_names: ['flashes', 'gabors'],
    start_times: Float64Array.of(11, 12),
  }

  test('by what they are', () => {
    expect(labelsOf('edges', null)).toEqual(starts)
  })

  test('by what they are aligned to, and where they end', () => {
    expect(labelsOf('edges', {})).toEqual({ ...starts, anchor_times: Float64Array.of(1, 2) })
    expect(labelsOf('whole', null)).toEqual({ ...starts, stop_times: Float64Array.of(3, 4) })
  })
})

describe('groups are labelled', () => {
  const labelsOf = (by: string, known: object | null) => {
    const activity = { ids: Int32Array.of(1, 3, 0, 2), list }
    const grouping = [{ by }]
    const groups = [[0, 1], [2], [3, 0]].map((members) => ({
      ...{ activity, grouping, conditions: known },
      members: Int32Array.from(members),
    }))
    return dataOf(groupCoordinates(groups as never))
  }
  const shared = {
    stimulus_names: ['flashes', 'gabors', ''],
    presentation_counts: BigInt64Array.of(2n, 1n, 2n),
  }

  test('by condition', () => {
    expect(labelsOf('condition', conditions)).toEqual({
      condition_ids: BigInt64Array.of(8n, 7n, -1n),
      ...shared,
    })
    expect(labelsOf('condition', null)).toEqual(shared)
  })

  test('by epoch', () => {
    expect(labelsOf('epoch', conditions)).toEqual({
      epoch_indexes: BigInt64Array.of(4n, 3n, 3n),
      ...shared,
    })
  })
})
