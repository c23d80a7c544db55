import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { targetIn } from '../../../src/catalog/downloads/path-inside-folder.ts'

test.each([
  ['a.nwb', 'data/a.nwb'],
  ['b/./c/../a.nwb', 'data/b/a.nwb'],
  ['/a.nwb', 'data/a.nwb'],
])('%s goes to %s', (path, expected) => {
  expect(targetIn('data', path)).toBe(resolve(expected))
})

test.each(['', '.', '..', '../a.nwb', 'b/../../a.nwb'])('%o would leave the folder', (path) => {
  expect(() => targetIn('data', path)).toThrow(`${path} is not a path inside data.`)
})
