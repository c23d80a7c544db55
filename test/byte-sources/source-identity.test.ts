import { statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  fileError,
  identityAt,
  identityAtSync,
  identityOf,
  isSameFile,
} from '../../src/byte-sources/source-identity.ts'
import { temporaryFolder } from '../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
const file = join(folder, 'a.nwb')
writeFileSync(file, 'abc')
symlinkSync('loop', join(folder, 'loop'))

const identity = { size: 3, modifiedAt: 1.5, changedAt: 2.25, inode: 7 }

describe('two states are one', () => {
  test('where all is equal', () => {
    expect(isSameFile(identity, { ...identity })).toBe(true)
  })

  test.each([
    ['size', { size: 4 }],
    ['time of modification, by less than a millisecond', { modifiedAt: 1.75 }],
    ['time of change, by less than a millisecond', { changedAt: 2.5 }],
    ['inode', { inode: 8 }],
  ])('but not where only the %s differs', (_, part) => {
    expect(isSameFile(identity, { ...identity, ...part })).toBe(false)
    expect(isSameFile({ ...identity, ...part }, identity)).toBe(false)
  })
})

test('is read with fractions of a millisecond, waiting or not', async () => {
  utimesSync(file, 1.25, 1_000_000.000_25)
  const { size, mtimeMs, ctimeMs, ino } = statSync(file)
  const expected = { size, modifiedAt: mtimeMs, changedAt: ctimeMs, inode: ino }
  expect(mtimeMs % 1).not.toBe(0)
  expect(identityOf(statSync(file))).toEqual(expected)
  expect(identityAtSync(file)).toEqual(expected)
  expect(await identityAt(file)).toEqual(expected)
})

describe('what cannot be looked at', () => {
  test.each([
    ['is not there', 'b.nwb', 'FILE_MISSING'],
    ['lies below a file', 'a.nwb/b.nwb', 'FILE_MISSING'],
    ['is a link to itself', 'loop', 'FILE_UNREADABLE'],
  ])('that %s is an error without its path', async (_, name, code) => {
    const expected = { code, message: expect.not.stringContaining(folder) }
    expect(() => identityAtSync(join(folder, name))).toThrow(expect.objectContaining(expected))
    await expect(identityAt(join(folder, name))).rejects.toMatchObject(expected)
  })

  test.each([
    ['ENOENT', 'FILE_MISSING'],
    ['ENOTDIR', 'FILE_MISSING'],
    ['ELOOP', 'FILE_UNREADABLE'],
    ['EISDIR', 'FILE_UNREADABLE'],
    ['EACCES', 'FILE_UNREADABLE'],
    ['ESILENT', 'DISK_SILENT'],
  ])('because of %s is %s', (reason, code) => {
    const cause = Object.assign(new Error(reason), { code: reason })
    expect(fileError('a.nwb', cause)).toMatchObject({ code, fileName: 'a.nwb', cause })
  })

  test('for any other reason is unreadable', () => {
    expect(fileError('a.nwb', new Error('?'))).toMatchObject({
      code: 'FILE_UNREADABLE',
      detail: '',
    })
    expect(fileError('a.nwb', 'ENOENT').code).toBe('FILE_UNREADABLE')
  })
})
