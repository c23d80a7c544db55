import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AuthFile } from '../../../src/http/auth/auth-file.ts'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

async function opened(name: string) {
  const path = join(folder, name)
  const write = (requestsPerMinute: unknown) =>
    writeFile(path, JSON.stringify({ requestsPerMinute, tokens: [] }))
  await write(5)
  const warnings: unknown[] = []
  const file = await AuthFile.open(path, { warn: (details) => warnings.push(details) })
  const limit = async () => (await file.settings()).limits.requestsPerMinute
  return { path, write, file, limit, warnings }
}

describe('the file of --auth', () => {
  test('is looked at once a second', async () => {
    const { write, limit } = await opened('once.json')
    await write(60)
    vi.advanceTimersByTime(1000)
    expect(await limit()).toBe(5)
    vi.advanceTimersByTime(1)
    expect(await limit()).toBe(60)
    await write(700)
    expect(await limit()).toBe(60)
  })

  test('is not read again while it stays as it is', async () => {
    const { file } = await opened('same.json')
    const settings = await file.settings()
    vi.advanceTimersByTime(2000)
    expect(await file.settings()).toBe(settings)
  })

  test('lets nobody in while it is wrong or absent, and warns once', async () => {
    const { path, write, limit, file, warnings } = await opened('wrong.json')
    await write('many')
    vi.advanceTimersByTime(2000)
    expect(await file.settings()).toMatchObject({ tokens: [], issuers: [], proxy: null })
    expect(await limit()).toBeNull()
    vi.advanceTimersByTime(2000)
    await file.settings()
    expect(warnings).toHaveLength(1)
    await rm(path)
    vi.advanceTimersByTime(2000)
    await file.settings()
    expect(warnings).toHaveLength(2)
    await write(70)
    vi.advanceTimersByTime(2000)
    expect(await limit()).toBe(70)
  })

  test('has to be there, and right, at first', async () => {
    const path = join(folder, 'none.json')
    const open = () => AuthFile.open(path, { warn: () => {} })
    await expect(open()).rejects.toThrow(
      `${path} cannot be read (ENOENT). Create it with: spikeql token create NAME --auth ${path}`,
    )
    await writeFile(path, '[]')
    await expect(open()).rejects.toThrow(
      `${path}: the file must be an object. See docs/securing.md.`,
    )
  })
})
