import { join } from 'node:path'
import { expect, test } from 'vitest'
import { TestBrowser } from '../../support/browser/browser.ts'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import { ServedFolder } from '../../support/servers/served-folder.ts'

const folder = temporaryFolder()
const served = new ServedFolder(async () => {
  await writeNwb(join(folder, 'whole.nwb'), { identifier: 'whole' })
  await writeNwb(join(folder, 'odd.nwb'), {
    identifier: 'odd',
    edit: (file) => file.create_group('intervals/planned'),
  })
  await writeNwb(join(folder, 'unplaced.nwb'), {
    identifier: 'unplaced',
    edit: (file) => {
      const table = file.create_group('intervals/cues')
      table.create_dataset({ name: 'id', data: [0, 1], dtype: '<i' })
      table.create_dataset({ name: 'start_time', data: [1, 9, 2, 9], shape: [2, 2] })
      table.create_dataset({ name: 'stop_time', data: [1.5, 2.5] })
    },
  })
  return [folder]
})
const browser = new TestBrowser(() => served.url)

test('a session shows what its file holds and no view does', async () => {
  const page = await browser.open('/?session=odd')
  const notice = page.locator('.notice-warning')
  await notice.waitFor()
  expect(await notice.locator('p').allInnerTexts()).toEqual([
    'One thing in this file needs attention:',
    '/intervals/planned is a group without the column id, which every NWB table must have, so it is not served. If it should be a table, write it again with pynwb or MatNWB.',
  ])
})

test('a session in which all is well shows no warning', async () => {
  const page = await browser.open('/?session=whole')
  await page.locator('.area-bars').waitFor()
  await page.waitForLoadState('networkidle')
  expect(await page.locator('.notice-warning').count()).toBe(0)
})

test('a session whose intervals cannot be placed in time shows its units, and why', async () => {
  const page = await browser.open('/?session=unplaced')
  await page.locator('.area-bars').waitFor()
  expect(await page.locator('.area-bars').innerText()).toContain('V1')
  expect(await page.locator('.notice-warning').innerText()).toContain(
    '/intervals/cues/start_time holds 2 values per row where one is expected',
  )
})

test('its activity is shown from the start, below the reason', async () => {
  const page = await browser.open('/?session=unplaced', { mayMissResponses: true })
  await page.getByRole('link', { name: 'See the activity from the start' }).click()
  await page.getByRole('heading', { name: 'Activity', exact: true }).waitFor()
  await page.locator('canvas').first().waitFor()
  expect(await page.locator('.notice-danger').innerText()).toContain(
    '/intervals/cues/start_time holds 2 values per row where one is expected',
  )
})
