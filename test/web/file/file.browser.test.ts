import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { accessibilityFaults, overflow, TestBrowser } from '../../support/browser/browser.ts'
import { groupAt, temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import { ServedFolder } from '../../support/servers/served-folder.ts'

const folder = temporaryFolder()
const served = new ServedFolder(async () => {
  await writeNwb(join(folder, 'tree.nwb'), {
    identifier: 'tree',
    edit(file) {
      file.create_group('intervals/planned')
      const scratch = groupAt(file, 'scratch')
      scratch.create_dataset({
        name: 'matrix',
        data: Array.from({ length: 250 * 45 }, (_, i) => i / 4),
        shape: [250, 45],
        dtype: '<d',
      })
      scratch.create_dataset({ name: 'gaps', data: [1.5, Number.NaN], dtype: '<d' })
      scratch.create_soft_link('/scratch/gaps', 'shortcut')
      scratch.create_soft_link('/scratch/many/group_115', 'way')
      const many = groupAt(file, 'scratch/many')
      for (let i = 0; i < 130; i++) many.create_group(`group_${String(i).padStart(3, '0')}`)
      scratch.create_attribute('note', 'first\nsecond')
    },
  })
  return [folder]
})
const browser = new TestBrowser(() => served.url)

const view = '/?session=tree&view=file'
const item = (page: Page, name: string) =>
  page.getByRole('treeitem', { name: new RegExp(`^${name}( |$)`) })
const focused = (page: Page) =>
  page.evaluate(
    "document.activeElement.querySelector('.tree-label')?.textContent",
  ) as Promise<string>

/** The texts of the cells, row by row. */
function shownValues(page: Page): Promise<string[][]> {
  return page
    .locator('.file-values tbody tr')
    .evaluateAll((rows) =>
      (rows as unknown as { children: { textContent: string }[] }[]).map((row) =>
        Array.from(row.children, ({ textContent }) => textContent),
      ),
    )
}

async function receivedValues(path: string, start: number[], shape: number[]): Promise<unknown[]> {
  const { session } = await served.data<{
    session: { fileObject: { dataset: { values: { values: unknown[] } } } }
  }>(
    `query ($path: String!, $start: [WholeNumber!], $shape: [Int!]) { session(id: "tree") {
       fileObject(path: $path) { dataset { values(start: $start, shape: $shape) { values } } } } }`,
    { path, start, shape },
  )
  return session.fileObject.dataset.values.values
}

describe('the file itself', () => {
  test('is a tree from the session’s page on, which says where the file lies', async () => {
    const page = await browser.open('/?session=tree')
    await page.getByRole('link', { name: 'File', exact: true }).click()
    await page.getByRole('heading', { name: 'The file of session tree' }).waitFor()
    await page.getByText('on the server’s own disk').waitFor()
    await item(page, 'units').waitFor()
    expect(await page.locator('.tree-label').allTextContents()).toEqual([
      '/',
      'general',
      'identifier text',
      'intervals',
      'scratch',
      'units',
    ])
    expect(await accessibilityFaults(page)).toEqual([])
  })

  test('opens groups, and shows the values that the API has, page by page', async () => {
    const page = await browser.open(view)
    await item(page, 'scratch').locator('.tree-toggle').click()
    await item(page, 'matrix').click()
    await page.getByText('Page 1 of 9').waitFor()
    const rowsOf = async (start: number[], shape: number[]) => {
      const values = await receivedValues('/scratch/matrix', start, shape)
      return Array.from({ length: shape[0] }, (_, row) => [
        String(start[0] + row),
        ...values.slice(row * shape[1], (row + 1) * shape[1]).map(String),
      ])
    }
    await page.locator('.file-values').waitFor()
    expect(await shownValues(page)).toEqual(await rowsOf([0, 0], [100, 20]))
    await page.getByRole('link', { name: 'Last page' }).click()
    await page.getByText('200–249 × 40–44 of 250 × 45').waitFor()
    await page.locator('.file-values').waitFor()
    expect(await shownValues(page)).toEqual(await rowsOf([200, 40], [50, 5]))
    expect(page.url()).toContain('path=%2Fscratch%2Fmatrix&page=9')
    await page.reload()
    await page.getByText('Page 9 of 9').waitFor()
    await page.goBack()
    await page.getByText('Page 1 of 9').waitFor()
    expect(await item(page, 'matrix').getAttribute('aria-selected')).toBe('true')
  })

  test('shows what JSON cannot say, attributes, and where links lead', async () => {
    const page = await browser.open(`${view}&path=%2Fscratch%2Fgaps`)
    await page.locator('.file-values').waitFor()
    expect(await shownValues(page)).toEqual([
      ['0', '1.5'],
      ['1', 'NaN'],
    ])
    await item(page, 'shortcut').click()
    await page.getByRole('link', { name: '/scratch/gaps' }).click()
    await page.locator('.file-values').waitFor()
    await item(page, 'scratch').locator('.tree-label').click()
    const attributes = page.locator('.file-attributes tbody tr')
    await attributes.first().waitFor()
    expect(await attributes.locator('th, td').allTextContents()).toEqual([
      'note',
      'first\nsecond',
      'text',
    ])
  })

  test('lists a large group up to what is shown, and marks it', async () => {
    const page = await browser.open(`${view}&path=%2Fscratch%2Fmany%2Fgroup_127`)
    await item(page, 'group_127').waitFor()
    expect(await item(page, 'group_127').getAttribute('aria-selected')).toBe('true')
    const isInSight = () =>
      item(page, 'group_127').evaluate((element) => {
        const boxOf = (each: unknown) =>
          (
            each as { getBoundingClientRect(): { top: number; bottom: number } }
          ).getBoundingClientRect()
        const tree = (element as unknown as { closest(selector: string): unknown }).closest(
          '[role="tree"]',
        )
        const [place, sight] = [boxOf(element), boxOf(tree)]
        return place.top >= sight.top && place.bottom <= sight.bottom
      })
    await expect.poll(isInSight).toBe(true)
    await item(page, 'group_129').waitFor()
    expect(await page.getByRole('treeitem', { name: /^Show / }).count()).toBe(0)
  })

  test('opens the groups that a link leads into', async () => {
    const page = await browser.open(`${view}&path=%2Fscratch%2Fway`)
    await item(page, 'way').waitFor()
    expect(await item(page, 'many').getAttribute('aria-expanded')).toBe('false')
    await page.getByRole('link', { name: '/scratch/many/group_115' }).click()
    await item(page, 'group_115').waitFor()
    expect(await item(page, 'group_115').getAttribute('aria-selected')).toBe('true')
  })

  test('has what is warned of beside the object', async () => {
    const page = await browser.open(`${view}&path=%2Fintervals%2Fplanned`)
    const notice = page.locator('.notice-warning')
    await notice.waitFor()
    expect(await notice.innerText()).toContain(
      '/intervals/planned is a group without the column id',
    )
  })

  test('says what a path that leads nowhere is not', async () => {
    const page = await browser.open(`${view}&path=%2Fnowhere`)
    const notice = page.locator('.notice-danger')
    await notice.waitFor()
    expect(await notice.innerText()).toContain('The file has nothing at "/nowhere".')
  })

  test('is gone through by keys alone', async () => {
    const page = await browser.open(view)
    await item(page, 'units').waitFor()
    await item(page, '/').focus()
    await page.keyboard.press('s')
    expect(await focused(page)).toBe('scratch')
    await page.keyboard.press('ArrowRight')
    await item(page, 'many').waitFor()
    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).toBe('gaps 2 float64')
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe('many')
    await page.keyboard.press('ArrowRight')
    await item(page, 'group_099').waitFor()
    await page.keyboard.press('End')
    expect(await focused(page)).toBe('units')
    await page.keyboard.press('Home')
    expect(await focused(page)).toBe('/')
    await item(page, 'group_099').focus()
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe('Show 30 more of 130')
    await page.keyboard.press('Enter')
    await item(page, 'group_129').waitFor()
    expect(await page.getByRole('treeitem', { name: /^Show / }).count()).toBe(0)
    await item(page, 'group_001').focus()
    await page.keyboard.press('ArrowLeft')
    expect(await focused(page)).toBe('many')
    await page.keyboard.press('ArrowLeft')
    expect(await item(page, 'many').getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.locator('.file-values').waitFor()
    expect(page.url()).toContain('path=%2Fscratch%2Fgaps')
    expect(await item(page, 'gaps').getAttribute('aria-selected')).toBe('true')
  })

  test.each([
    ['light', 390],
    ['dark', 1280],
    ['light', 2200],
  ] as const)('has no fault of accessibility, and fits, in %s at %i px', async (theme, width) => {
    const page = await browser.open(`${view}&path=%2Fscratch%2Fmatrix`, { theme, width })
    await page.locator('.file-values').waitFor()
    await item(page, 'matrix').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
  })
})
