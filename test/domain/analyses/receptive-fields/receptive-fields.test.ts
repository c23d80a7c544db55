import { describe, expect, test } from 'vitest'
import {
  fieldSpans,
  joinReceptiveFields,
  ReceptiveFields,
  type ReceptiveFieldsRequest,
} from '../../../../src/domain/analyses/receptive-fields/receptive-fields.ts'

const none = Number.NaN

/** One row of two positions; presentations at 10, 20 and 30 s. */
const request: ReceptiveFieldsRequest = {
  positions: {
    rows: Float64Array.of(5),
    columns: Float64Array.of(-10, 0),
    cells: Int32Array.of(0, 1, 0),
  },
  startTimes: Float64Array.of(10, 20, 30),
  stopTimes: Float64Array.of(10.25, 20.25, none),
  rule: 'corrected',
  observation: null,
  unitRows: Uint32Array.of(7, 3),
}

/** So many spikes 0.1 s after a start. */
const spikesAt = (start: number, count: number) => new Array<number>(count).fill(start + 0.1)

function fieldsOf(units: readonly (readonly number[])[], part: Partial<ReceptiveFieldsRequest>) {
  const fields = new ReceptiveFields({ ...request, ...part })
  units.forEach((spikes, column) => {
    fields.add(column, Float64Array.from(spikes))
  })
  return fields.finish()
}

describe('receptive fields', () => {
  test('are mapped unit by unit, a presentation without a stop included', () => {
    const quiet = [...spikesAt(10, 1), ...spikesAt(20, 2), ...spikesAt(30, 3)]
    const fields = fieldsOf([quiet, [...spikesAt(20, 20), ...spikesAt(30, 5)]], {})
    // The first unit has fewer than ten spikes. Of the second, the right cell stands out: column 1
    // of row 0.
    expect(fields).toEqual({
      counts: Float64Array.of(4, 2, 5, 20),
      azimuths: Float64Array.of(none, 20),
      elevations: Float64Array.of(none, 50),
      areas: Float64Array.of(none, 100),
      xs: Float64Array.of(none, 0),
      ys: Float64Array.of(none, 5),
    })
  })

  test('leave out presentations that were not wholly observed for the unit', () => {
    const observation = {
      stretches: [[{ startTime: 0, stopTime: 99 }], [{ startTime: 15, stopTime: 99 }]],
      ofUnits: Int32Array.of(0, 0, 0, 1, 0, 0, 0, 0),
    }
    const spikes = [...spikesAt(10, 1), ...spikesAt(20, 2), ...spikesAt(30, 4)]
    // The presentation at 30 s has no stop, so that no one knows whether it was observed.
    expect(fieldsOf([spikes, spikes], { observation }).counts).toEqual(Float64Array.of(1, 2, 0, 2))
  })

  test('have a map of as many rows and columns as there are positions', () => {
    const positions = {
      rows: Float64Array.of(5, -5),
      columns: Float64Array.of(0),
      cells: Int32Array.of(0, 1, 1),
    }
    const { counts } = fieldsOf([spikesAt(10, 1), spikesAt(30, 2)], { positions })
    expect(counts).toEqual(Float64Array.of(1, 0, 0, 2))
  })

  test('of some units come after those of others', () => {
    const part = (first: number) => ({
      counts: Float64Array.of(first, first + 1),
      azimuths: Float64Array.of(first + 2),
      elevations: Float64Array.of(first + 3),
      areas: Float64Array.of(first + 4),
      xs: Float64Array.of(first + 5),
      ys: Float64Array.of(first + 6),
    })
    expect(joinReceptiveFields([part(10), part(20)])).toEqual({
      counts: Float64Array.of(10, 11, 20, 21),
      azimuths: Float64Array.of(12, 22),
      elevations: Float64Array.of(13, 23),
      areas: Float64Array.of(14, 24),
      xs: Float64Array.of(15, 25),
      ys: Float64Array.of(16, 26),
    })
  })

  test('need the spikes of a quarter of a second, and a millisecond more, after known starts', () => {
    expect(fieldSpans(Float64Array.of(1, none, 4))).toEqual([
      { startTime: 1, stopTime: 1.251 },
      { startTime: 4, stopTime: 4.251 },
    ])
  })
})
