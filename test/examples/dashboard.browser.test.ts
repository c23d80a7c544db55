import { type PreviewServer, preview } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder, writeSampleSession } from '../cli/sample-folder.ts'
import { TestBrowser } from '../support/browser.ts'
import { ServedFolder } from '../support/served-folder.ts'
import { OtherProject } from './other-project.ts'

const served = new ServedFolder(
  async () => {
    const folder = await temporaryFolder()
    await writeSampleSession(folder)
    return [folder]
  },
  { corsOrigins: ['*'] },
)

let project: OtherProject
let page: PreviewServer
beforeAll(async () => {
  project = await OtherProject.create()
  await project.add('dashboard', served.url)
  await project.run('npm', 'run', 'build')
  page = await preview({ root: project.folder, preview: { host: '127.0.0.1', port: 0 } })
})
afterAll(() => page?.close())

const pageUrl = () => (page.resolvedUrls?.local[0] ?? '').replace(/\/$/, '')
const browser = new TestBrowser(pageUrl, () => [served.url])

/** The share of units that spike, bin by bin, by the counts as JSON. */
async function shares(epoch: number): Promise<Map<string, number[]>> {
  const { session } = await served.data<{
    session: {
      stimulusEpoch: { binnedActivity: { area: { acronym: string }; counts: number[][] }[] }
    }
  }>(
    `query ($epoch: Int!) { session(id: "810000001") { stimulusEpoch(index: $epoch) {
      binnedActivity(areas: ["V1", "LM", "RL", "AL", "PM", "AM"], before: 1, after: 4, binSize: 0.1) { area { acronym } counts }
    } } }`,
    { epoch },
  )
  return new Map(
    session.stimulusEpoch.binnedActivity.map(({ area, counts }) => [
      area.acronym,
      counts.map((row) => row.filter((count) => count > 0).length / row.length),
    ]),
  )
}

describe('the example dashboard, compiled against the package', () => {
  test('prints the share of active units in Node', async () => {
    const lines = (await project.run('node', 'lib/print.js', '810000001', '1')).trim().split('\n')
    const expected = [...(await shares(1))].map(([area, values]) =>
      [area, ...values.map((share) => share.toFixed(2))].join(' '),
    )
    expect(lines).toEqual(expected)
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'VISp',
      'VISl',
      'VISrl',
      'VISal',
      'VISpm',
      'VISam',
    ])
  })

  test('draws it in a page, for whichever epoch is chosen', async () => {
    const view = await browser.open('/')
    const legend = view.locator('li')
    await view.locator('polyline').nth(5).waitFor({ state: 'attached' })
    expect(await legend.allTextContents()).toEqual([...(await shares(0)).keys()])
    await view.getByLabel('Epoch').selectOption('810000001: gabors')
    const chosen = [...(await shares(1)).values()]
    const highest = Math.max(...chosen.flat())
    const heights = chosen[0]?.map((share) => 200 - (share / highest) * 200)
    await expect
      .poll(async () => {
        const points = (await view.locator('polyline').first().getAttribute('points')) ?? ''
        return points.split(' ').map((point) => Number(point.split(',')[1]))
      })
      .toEqual(heights)
    expect(await view.locator('output').textContent()).toBe('')
  })
})
