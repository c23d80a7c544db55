import { describe, expect, test } from 'vitest'
import type { ChannelTable, Probe } from '../../../src/domain/session/session-tables.ts'
import { ABSENT_CHANNEL, placeUnits } from '../../../src/domain/units/unit-places.ts'

/**
 * Two probes: channels 0 and 1 of the first lie in MOs and ACAd, 2 and 3 of the second both in DG.
 */
const areas = ['MOs', 'ACAd', 'DG', 'DG'] as const
const channels = {
  count: 4,
  ids: Float64Array.of(700, 701, 702, 703),
  probeRows: Int32Array.of(0, 0, 1, 1),
  areas,
  areaTexts: areas,
} as unknown as ChannelTable

const probes = [
  { name: 'imec0', location: 'frontal', area: 'frontal' },
  { name: 'imec1', location: 'temporal', area: 'temporal' },
] as unknown as readonly Probe[]

const withoutAreas = { ...channels, areas: [null, null, null, null] }
const nowhere = -1

interface Told {
  readonly channel?: number
  readonly group?: number
  readonly location?: string
}

/** Where one unit is placed: probe, area, source. */
function place(
  { channel = nowhere, group = nowhere, location }: Told,
  table: ChannelTable = channels,
) {
  const placed = placeUnits(
    {
      channelRows: Int32Array.of(channel),
      groupRows: Int32Array.of(group),
      locations: location === undefined ? null : [{ area: location, text: location }],
    },
    table,
    probes,
  )
  return [placed.probeRows[0], placed.areas[0], placed.areaSources[0]]
}

describe('a unit lies', () => {
  test('where its peak channel does, whatever else is told', () => {
    expect(place({ channel: 1, group: 1, location: 'CA1' })).toEqual([0, 'ACAd', 'PEAK_CHANNEL'])
  })

  test('outside of the brain, where its peak channel does', () => {
    const outside = {
      ...channels,
      areas: ['MOs', null, 'DG', 'DG'],
      areaTexts: ['MOs', 'None', 'DG', 'DG'],
    }
    expect(place({ channel: 1, location: 'CA1' }, outside)).toEqual([0, null, 'PEAK_CHANNEL'])
  })

  test('where all channels of its probe do', () => {
    expect(place({ group: 1 })).toEqual([1, 'DG', 'ELECTRODE_GROUP'])
    expect(place({ group: 1, location: 'CA1' })).toEqual([1, 'DG', 'ELECTRODE_GROUP'])
  })

  test('where it says itself, if the channels of its probe do not agree', () => {
    expect(place({ group: 0, location: 'CA1' })).toEqual([0, 'CA1', 'UNIT_LOCATION'])
    expect(place({ location: 'CA1' })).toEqual([-1, 'CA1', 'UNIT_LOCATION'])
  })

  test('where its probe is said to be, if nothing else tells', () => {
    expect(place({ group: 0 })).toEqual([0, 'frontal', 'ELECTRODE_GROUP'])
  })

  test('on the probe of its channel, if channels do not tell their areas', () => {
    expect(place({ channel: 2 }, withoutAreas)).toEqual([1, 'temporal', 'ELECTRODE_GROUP'])
    expect(place({ channel: 2, location: 'CA1' }, withoutAreas)).toEqual([
      1,
      'CA1',
      'UNIT_LOCATION',
    ])
  })

  test('where else is told, if the words for its channel say nothing', () => {
    const words = ['MOs', 'N/A', 'DG', '']
    const unsaid = { ...channels, areas: ['MOs', null, 'DG', null], areaTexts: words }
    expect(place({ channel: 1 }, unsaid)).toEqual([0, 'frontal', 'ELECTRODE_GROUP'])
    expect(place({ channel: 1, location: 'CA1' }, unsaid)).toEqual([0, 'CA1', 'UNIT_LOCATION'])
    expect(place({ channel: 3 }, unsaid)).toEqual([1, null, 'PEAK_CHANNEL'])
  })

  test('nowhere known, if nothing tells', () => {
    expect(place({})).toEqual([-1, null, null])
  })

  test('in no area, if it names a channel that the file lacks and nothing else tells', () => {
    expect(place({ channel: ABSENT_CHANNEL })).toEqual([-1, null, 'PEAK_CHANNEL'])
    expect(place({ channel: ABSENT_CHANNEL, group: 1 })).toEqual([1, 'DG', 'ELECTRODE_GROUP'])
  })

  test('on a probe of which one channel lies outside of the brain: they do not agree', () => {
    const outside = { ...channels, areas: ['MOs', 'ACAd', 'DG', null] }
    expect(place({ group: 1 }, outside)).toEqual([1, 'temporal', 'ELECTRODE_GROUP'])
  })
})

test('a unit of the first channel lies there, with the words of the file', () => {
  const told = {
    channelRows: Int32Array.of(0, ABSENT_CHANNEL, nowhere),
    groupRows: Int32Array.of(1, nowhere, nowhere),
    locations: null,
  }
  const texts = { ...channels, areaTexts: ['MOs, layer 5', 'ACAd', 'DG', 'DG'] }
  expect(placeUnits(told, texts, probes)).toEqual({
    channelRows: Int32Array.of(0, -1, -1),
    probeRows: Int32Array.of(0, -1, -1),
    areas: ['MOs', null, null],
    areaTexts: ['MOs, layer 5', null, null],
    areaSources: ['PEAK_CHANNEL', 'PEAK_CHANNEL', null],
  })
})

test('channels of no probe place no unit of a probe', () => {
  const table = {
    ...channels,
    probeRows: Int32Array.of(0, 0, 1, -1),
    areas: ['MOs', 'MOs', 'DG', 'CA1'],
  }
  expect(place({ group: 0 }, table)).toEqual([0, 'MOs', 'ELECTRODE_GROUP'])
  expect(place({ group: 1 }, table)).toEqual([1, 'DG', 'ELECTRODE_GROUP'])
})
