import { expect, test } from 'vitest'
import { selectLfpChannels } from '../../../src/domain/series/lfp-channels.ts'
import type { SeriesWindow } from '../../../src/domain/series/series.ts'

const window: SeriesWindow = {
  runs: [],
  count: 0,
  columns: ['values'],
  channelCount: 4,
  labels: {
    channelIds: ['850', null, '852', '853'],
    verticalPositions: null,
    horizontalPositions: null,
  },
}

test('channels are all, or those with some ids, in the order of the file', () => {
  expect(selectLfpChannels(window, null, 'probeA')).toEqual([0, 1, 2, 3])
  expect(selectLfpChannels(window, ['853', '850', '853'], 'probeA')).toEqual([0, 3])
  expect(selectLfpChannels(window, [], 'probeA')).toEqual([])
})

test('an id that no channel has is refused', () => {
  expect(() => selectLfpChannels(window, ['850', '851'], 'probeA')).toThrow(/"851".*probeA/)
})
