import { join } from 'node:path'
import { expect, test } from 'vitest'
import { TestBrowser } from '../support/browser.ts'
import { ServedFolder } from '../support/served-folder.ts'
import { temporaryFolder, writeNwb } from '../support/write-nwb.ts'

const folder = temporaryFolder()
const served = new ServedFolder(async () => {
  await writeNwb(join(folder, 'whole.nwb'), { identifier: 'whole' })
  await writeNwb(join(folder, 'odd.nwb'), {
    identifier: 'odd',
    edit: (file) => file.create_group('intervals/planned'),
  })
  return [folder]
})
const browser = new TestBrowser(() => served.url)

test('a session shows what its file holds and no view does', async () => {
  const page = await browser.open('/?session=odd')
  const notice = page.locator('.notice-warning')
  await notice.waitFor()
  expect(await notice.locator('p').allInnerTexts()).toEqual([
    'One thing in this file needs a look:',
    '/intervals/planned is a group without a column id, which every table of NWB has; it is left out. If it was to hold a table, write it again with pynwb or MatNWB.',
  ])
})

test('a session in which all is well shows no warning', async () => {
  const page = await browser.open('/?session=whole')
  await page.locator('.area-bars').waitFor()
  await page.waitForLoadState('networkidle')
  expect(await page.locator('.notice-warning').count()).toBe(0)
})
