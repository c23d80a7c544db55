import { expect, test } from 'vitest'
import { parseDandiAddress } from '../../../src/catalog/dandi/dandi-address.ts'

const all = { dandiset: '000021', version: null, glob: null }

test.each([
  ['dandi://000021', all],
  ['dandi://000021/', all],
  ['DANDI://000021@draft', { ...all, version: 'draft' }],
  [
    'dandi://000021@0.220126.1903/sub-1/*.nwb',
    { ...all, version: '0.220126.1903', glob: 'sub-1/*.nwb' },
  ],
])('%s means %j', (text, address) => {
  expect(parseDandiAddress(text)).toEqual(address)
})

test.each(['dandi://21', 'dandi://0000211', 'dandi://000021@latest', 'x-dandi://000021', '000021'])(
  '%s means nothing',
  (text) => {
    expect(parseDandiAddress(text)).toBeNull()
  },
)
