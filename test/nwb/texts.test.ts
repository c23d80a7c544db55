import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Group } from 'h5wasm'
import { describe, expect, test } from 'vitest'
import { MemoryBytes } from '../../src/byte-sources/byte-source.ts'
import { fixedStrings } from '../../src/hdf5/hdf5-values.ts'
import { SessionFile } from '../../src/nwb/session-file.ts'
import { temporaryFolder, writeNwb } from '../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

test('what is not UTF-8 becomes U+FFFD, and nothing after it is read', async () => {
  const path = await writeNwb(join(folder, 'latin-1.nwb'), {
    locations: ['VISp', '~~~~', 'caf~'],
    intervals: {
      show_presentations: { start: [0, 1], stop: [1, 2], name: ['caf~', 'caf~ noir'] },
    },
    edit(file) {
      file.create_dataset({ name: 'session_description', data: 'gr~~e' })
      const general = file.get('general') as Group
      general.create_dataset({ name: 'lab', data: 'Labor f~r Spikes' })
      const probe = general.get('extracellular_ephys/probeA') as Group
      probe.create_attribute('description', 'Ger~t')
    },
  })
  // Every ~ becomes é of Latin-1.
  const bytes = readFileSync(path).map((byte) => (byte === 0x7e ? 0xe9 : byte))
  const file = await SessionFile.of(new MemoryBytes('latin-1.nwb', bytes))
  const { metadata, probes, channels, epochs } = file.tables()
  expect(metadata.description).toBe('gr\ufffd\ufffde')
  expect(metadata.lab).toBe('Labor f\ufffdr Spikes')
  expect(probes[0]?.description).toBe('Ger\ufffdt')
  expect(channels.areas).toEqual(['VISp', '\ufffd\ufffd\ufffd\ufffd', 'caf\ufffd'])
  expect(epochs.map(({ stimulusName }) => stimulusName)).toEqual(['caf\ufffd', 'caf\ufffd noir'])
  file.close()
})

describe('texts of fixed length', () => {
  const read = (text: string, strpad: number) =>
    fixedStrings(Buffer.from(text, 'latin1'), { size: 6, strpad } as never)

  test.each([
    ['filled with zeros', 1, 'ab\0\0\0\0', 'ab'],
    ['filled with zeros, one of which is within', 1, 'a\0b\0\0\0', 'a\0b'],
    ['filled with zeros, after spaces of its own', 1, 'ab  \0\0', 'ab  '],
    ['ended by a zero', 0, 'ab\0xyz', 'ab'],
    ['without room for the zero that ends it', 0, 'abcdef', 'abcdef'],
    ['filled with spaces', 2, 'a b   ', 'a b'],
    ['of nothing', 1, '\0\0\0\0\0\0', ''],
    ['in Latin-1', 1, 'caf\xe9\0\0', 'caf\ufffd'],
    ['cut within a letter of UTF-8', 1, 'caff\xc3\xa9'.slice(0, 5).padEnd(6, '\0'), 'caff\ufffd'],
    ['beginning with a byte order mark', 1, '\xef\xbb\xbfab\0', '\ufeffab'],
  ])('%s', (_, strpad, stored, expected) => {
    expect(read(stored, strpad)).toEqual([expected])
  })

  test('of several rows', () => {
    expect(read('abcdefg\0\0\0\0\0', 1)).toEqual(['abcdef', 'g'])
  })
})
