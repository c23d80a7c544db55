import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PreviewServer, preview } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder, writeSampleSession } from '../cli/sample-folder.ts'
import { TestBrowser } from '../support/browser/browser.ts'
import { ServedFolder } from '../support/servers/served-folder.ts'
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
  project = await OtherProject.create(served.url)
  await project.add('dashboard')
  await project.run('npm', 'run', 'build')
  page = await preview({ root: project.folder, preview: { host: '127.0.0.1', port: 0 } })
}, 120_000)
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
      binnedActivity(areas: ["V1", "LM", "RL", "AL", "PM", "AM"], before: 5, after: 20, binSize: 0.5) { area { acronym } counts }
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
  test('prints in Node what the guide shows', async () => {
    const guide = readFileSync(
      new URL('../../docs/your-first-dashboard.md', import.meta.url),
      'utf8',
    )
    const [, shown] = /^```text\n([\s\S]*?)^```/m.exec(guide) ?? []
    const printed = await project.run('npm', 'run', '--silent', 'print')
    expect(printed).toBe(shown)
    const mean = (values: number[]) =>
      ((100 * values.reduce((sum, value) => sum + value, 0)) / values.length).toFixed(1)
    const counted = [...(await shares(1))].map(
      ([area, values]) =>
        `${area}: ${mean(values.slice(0, 10))} % before the start, ${mean(values.slice(10))} % after it\n`,
    )
    expect(printed).toBe(counted.join(''))
  })

  test('bundles of the client only what it uses', async () => {
    const assets = join(project.folder, 'dist/assets')
    const scripts = readdirSync(assets).map((name) => readFileSync(join(assets, name), 'utf8'))
    expect(scripts.join('')).toContain('query Onset(')
    expect(scripts.join('')).not.toContain('query Notebook(')
    expect(scripts.join('').length).toBeLessThan(20_000)
  })

  test('draws it in a page, for whichever epoch is chosen', async () => {
    const view = await browser.open('/')
    const legend = view.locator('li')
    await view.locator('polyline').nth(5).waitFor({ state: 'attached' })
    expect(await legend.allTextContents()).toEqual([...(await shares(1)).keys()])
    const choice = view.getByLabel('Epoch')
    const first = await choice.locator('option').first().textContent()
    expect(first, 'a stimulus, and not the time between').toBe('810000001: gabors')
    const [flashes] = await choice.selectOption('810000001: flashes')
    const chosen = [...(await shares(Number(flashes.split(' ')[1]))).values()]
    const highest = Math.max(...chosen.flat())
    const heights = chosen[0]?.map((share) => 300 - (share / highest) * 300)
    await expect
      .poll(async () => {
        const points = (await view.locator('polyline').first().getAttribute('points')) ?? ''
        return points.split(' ').map((point) => Number(point.split(',')[1]))
      })
      .toEqual(heights)
    expect(await view.locator('output').textContent()).toBe('')
  })

  test('says what to do when the server does not allow its origin', async () => {
    const view = await browser.open('/', { mayMissResponses: true })
    await view.locator('polyline').first().waitFor({ state: 'attached' })
    await view.route('**/graphql', (route) => route.abort('accessdenied'))
    await view.reload()
    await expect
      .poll(() => view.locator('output').textContent())
      .toBe(
        `No response from ${served.url}. Is it running, and started with --cors-origin ${pageUrl()}?`,
      )
  })
})
