import { writeFile } from 'node:fs/promises'
import { constants } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { asWriteError } from '../../../src/cli/terminal/write-error.ts'
import { run } from '../run-command.ts'
import { temporaryFolder } from '../sample-folder.ts'

test('says in words what the operating system has against writing', () => {
  const error = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    syscall: 'write',
  })
  expect(asWriteError(error, 'a.npz', 'Choose another place with --out.')).toMatchObject({
    name: 'CommandError',
    message: 'Cannot write a.npz: the disk is full. Choose another place with --out.',
    cause: error,
  })
})

test('does not show the name that is renamed in the end', () => {
  const error = Object.assign(new Error("EIO: i/o error, open 'a.npz.partial-7'"), {
    code: 'EIO',
    errno: -constants.errno.EIO,
    syscall: 'open',
  })
  expect(asWriteError(error, 'a.npz', 'Choose another place.')).toMatchObject({
    message: 'Cannot write a.npz: i/o error. Choose another place.',
  })
})

test('leaves other errors as they are', () => {
  const error = new TypeError('x is not a function')
  expect(asWriteError(error, 'a.npz', '')).toBe(error)
})

test('spikeql sample tells that a file is in its way', async () => {
  const file = join(await temporaryFolder(), 'taken')
  await writeFile(file, '')
  const { code, stderr } = await run(['sample', file])
  expect(code).toBe(1)
  expect(stderr).toContain(
    `error: Cannot write ${file}: part of its path is not a folder. Name another folder.\n`,
  )
})
