import { describe, expect, test } from 'vitest'
import { labelledBlocks, withoutCommonStart } from '../../../web/src/events/raster/draw-raster.ts'

const block = (label: string, firstRow: number, rowCount: number) => ({
  label,
  group: firstRow,
  firstRow,
  rowCount,
})

describe('the labels of a raster’s groups', () => {
  test('are all there where there is room', () => {
    const blocks = [block('0°', 0, 2), block('45°', 2, 2)]
    expect([...labelledBlocks(blocks, 8)]).toEqual(blocks)
  })

  test('are thinned where they would run into each other, and never all left out', () => {
    const blocks = Array.from({ length: 6 }, (_, i) => block(`frame ${i}`, 5 * i, 5))
    const labels = [...labelledBlocks(blocks, 1)].map(({ label }) => label)
    expect(labels).toEqual(['frame 0', 'frame 3'])
  })

  test('are none where all events are one', () => {
    expect(labelledBlocks([block('all', 0, 9)], 8).size).toBe(0)
  })

  test('leave out the word that all begin with', () => {
    const short = withoutCommonStart(['frame 1', 'frame 12', 'others'])
    expect(['frame 12', 'others'].map(short)).toEqual(['12', 'others'])
    expect(withoutCommonStart(['go left', 'stop'])('go left')).toBe('go left')
  })
})
