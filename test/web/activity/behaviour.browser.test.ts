import { describe, expect, test } from 'vitest'
import { accessibilityFaults, overflow, TestBrowser } from '../../support/browser/browser.ts'
import { goldenFolder } from '../../support/golden/golden-folder.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'
import { servedExplorer } from '../served-explorer.ts'
import { heatmapOf, tracesOf } from './heatmap-page.ts'

const { browser } = servedExplorer()

describe('behaviour under the spikes', () => {
  test.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('is shown soundly in a %s theme, %i px wide', async (theme, width) => {
    const page = await browser.open(
      '/?session=810000001&view=activity&epoch=0&area=VISp&before=100',
      { theme, width },
    )
    await tracesOf(page, 'Pupil area').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})

describe('the local field potential of a probe', () => {
  const golden = new SharedFolder(`${goldenFolder}/cache`)
  const other = new TestBrowser(() => golden.url)

  test('fits its page', async () => {
    const view = '/?session=715093703&view=activity&epoch=0&before=5&after=2&bin=0.05&lfp=probeA'
    const page = await other.open(view, { width: 390, theme: 'dark' })
    await heatmapOf(page, 'LFP of probeA').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})
