import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { File as H5File } from 'h5wasm'
import { describe, expect, test } from 'vitest'
import { MemoryBytes } from '../../src/byte-sources/byte-source.ts'
import { cutIntoBins } from '../../src/domain/counting/bins.ts'
import { RecordingError } from '../../src/errors.ts'
import { SessionFile } from '../../src/nwb/session-file.ts'
import { writeRichRecording } from '../support/recordings/rich-recording.ts'
import {
  groupAt,
  type TestRecording,
  temporaryFolder,
  writeNwb,
} from '../support/recordings/write-nwb.ts'
import { responseText } from '../support/response-text.ts'

const folder = temporaryFolder()
let written = 0
const freshPath = () => join(folder, `recording-${written++}.nwb`)

/** Ask everything of a file; the error that it gives. */
async function refusal(path: string): Promise<RecordingError> {
  try {
    const file = await SessionFile.open(path)
    file.tables()
    file.read('countSpikes', [
      { bins: cutIntoBins({ startTime: 0, stopTime: 10 }, 1), unitRows: Uint32Array.of(0) },
    ])
  } catch (error) {
    if (error instanceof RecordingError) return error
    throw error
  }
  throw new Error('it was read')
}

async function refusalOf(recording: TestRecording): Promise<RecordingError> {
  return refusal(await writeNwb(freshPath(), recording))
}

describe('a file that cannot be read is refused with its cure', () => {
  test('missing', async () => {
    const error = await refusal(join(folder, 'nowhere.nwb'))
    expect(error.code).toBe('FILE_MISSING')
    expect(error.message).toContain('nowhere.nwb no longer exists')
    expect(error.message).not.toContain(folder)
  })

  test('no HDF5', async () => {
    const path = freshPath()
    writeFileSync(path, 'time,unit\n0.1,3\n'.repeat(100))
    expect((await refusal(path)).code).toBe('NOT_HDF5')
  })

  test('empty', async () => {
    const path = freshPath()
    writeFileSync(path, '')
    expect((await refusal(path)).code).toBe('NOT_HDF5')
  })

  test('HDF5, but no NWB', async () => {
    expect((await refusalOf({ nwbVersion: null })).code).toBe('NOT_NWB')
  })

  test('NWB 1', async () => {
    const error = await refusalOf({
      nwbVersion: null,
      edit: (file) => file.create_dataset({ name: 'nwb_version', data: 'NWB-1.0.6' }),
    })
    expect(error.code).toBe('NWB_VERSION_UNSUPPORTED')
    expect(error.message).toContain('it is NWB 1.0.6')
  })

  test('NWB 2 without units, with what it holds in place of them', async () => {
    const nothing = await refusalOf({ units: null })
    expect(nothing.code).toBe('NO_UNITS')
    expect(nothing.detail).toBe('it holds none of the types of data that NWB defines')
    const clamped = await refusalOf({
      units: null,
      edit: (file) =>
        addTyped(file, {
          'acquisition/sweep_0': 'CurrentClampSeries',
          'acquisition/sweep_1': 'CurrentClampSeries',
          'stimulus/presentation/sweep_0': 'CurrentClampStimulusSeries',
          'processing/behavior/position': 'Position',
        }),
    })
    expect(clamped.detail).toBe(
      'it holds intracellular recordings (2 CurrentClampSeries, 1 CurrentClampStimulusSeries), behaviour (1 Position)',
    )
    expect(clamped.message).not.toContain('sort')
  })

  test('extracellular recordings before spike sorting, with what to do', async () => {
    const { message } = await refusalOf({
      units: null,
      edit: (file) => addTyped(file, { 'acquisition/raw': 'ElectricalSeries' }),
    })
    expect(message).toContain(
      'extracellular recordings that are not spike-sorted (1 ElectricalSeries); spikes that are sorted from them can be served',
    )
  })

  test('units that lie elsewhere, with their place', async () => {
    const { code, message } = await refusalOf({
      units: null,
      edit(file) {
        const table = groupAt(file, 'processing/ecephys/sorted')
        table.create_dataset({ name: 'spike_times', data: [1, 2] })
      },
    })
    expect(code).toBe('NO_UNITS')
    expect(message).toContain('there are units at /processing/ecephys/sorted: copy them to /units')
    expect(message).toContain('h5copy -i FILE -o FILE -s /processing/ecephys/sorted -d /units')
  })

  test('several units that lie elsewhere, which need not be sorted', async () => {
    const { detail } = await refusalOf({
      units: null,
      edit(file) {
        addTyped(file, { 'acquisition/raw': 'ElectricalSeries' })
        for (const name of ['first', 'second']) {
          const table = groupAt(file, `processing/ecephys/${name}`)
          table.create_dataset({ name: 'spike_times', data: [1, 2] })
        }
      },
    })
    expect(detail).toBe(
      'there are units at /processing/ecephys/first, /processing/ecephys/second: copy them to /units, for example with h5copy -i FILE -o FILE -s /processing/ecephys/first -d /units; it holds extracellular recordings that are not spike-sorted (1 ElectricalSeries)',
    )
  })

  test('spike times without their index', async () => {
    const { code, message } = await refusalOf({
      units: null,
      edit(file) {
        const table = file.create_group('units')
        table.create_dataset({ name: 'id', data: [1], dtype: '<i' })
        table.create_dataset({ name: 'spike_times', data: [1, 2] })
      },
    })
    expect(code).toBe('INDEX_INVALID')
    expect(message).toContain(
      '/units/spike_times_index, which says where the spikes of each unit end, is missing',
    )
  })

  test('units without ids', async () => {
    const { code, detail } = await refusalOf({
      units: null,
      edit(file) {
        const table = file.create_group('units')
        table.create_dataset({ name: 'spike_times', data: [1, 2] })
        table.create_dataset({ name: 'spike_times_index', data: [2], dtype: '<i' })
      },
    })
    expect(code).toBe('UNSUPPORTED_LAYOUT')
    expect(detail).toContain('/units/id is missing')
  })

  test('units without spike times', async () => {
    const { code, detail } = await refusalOf({
      units: null,
      edit(file) {
        file.create_group('units').create_dataset({ name: 'id', data: [1], dtype: '<i' })
      },
    })
    expect(code).toBe('NO_UNITS')
    expect(detail).toContain('/units has no column spike_times')
  })

  test.each([
    ['open for writing', 1],
    ['open for writing while others read', 5],
  ])('marked as %s', async (_, marks) => {
    const path = await writeNwb(freshPath(), { libver: 'latest' })
    const bytes = readFileSync(path)
    // Version of the superblock, and file consistency flags.
    expect([bytes[8], bytes[11]]).toEqual([3, 0])
    bytes[11] = marks
    writeFileSync(path, bytes)
    const { code, message } = await refusal(path)
    expect(code).toBe('FILE_BEING_WRITTEN')
    expect(message).toContain('h5clear -s FILE')
  })

  test('truncated', async () => {
    const path = await writeNwb(freshPath())
    const { length } = readFileSync(path)
    truncateSync(path, length - 1)
    const error = await refusal(path)
    expect(error.code).toBe('FILE_TRUNCATED')
    expect(error.message).toContain(`${length - 1} of ${length} bytes are there`)
  })

  test('truncated to its first kilobyte', async () => {
    const path = await writeNwb(freshPath())
    truncateSync(path, 1024)
    expect((await refusal(path)).code).toBe('FILE_TRUNCATED')
  })

  test('damaged within a chunk of spikes', async () => {
    const spikes = Array.from({ length: 4096 }, (_, i) => Math.sin(i) ** 2 + i)
    const path = await writeNwb(freshPath(), {
      units: [{ id: 1, spikes }],
      layout: { chunkLength: 4096, compression: 6 },
    })
    const bytes = readFileSync(path)
    // The compressed chunk is by far the longest run without zeros: overwrite its middle.
    const { from, to } = longestRunOfData(bytes)
    bytes.fill(0xa5, from + ((to - from) >> 1), from + ((to - from) >> 1) + 64)
    writeFileSync(path, bytes)
    const error = await refusal(path)
    expect(error.code).toBe('FILE_DAMAGED')
    expect(error.message).toContain('/units/spike_times')
  })

  test('damaged in its structure', async () => {
    const path = await writeNwb(freshPath())
    const bytes = readFileSync(path)
    bytes.fill(0xff, 96, 2048)
    writeFileSync(path, bytes)
    expect((await refusal(path)).code).toBe('FILE_DAMAGED')
  })

  test('an index that points past its data', async () => {
    const error = await refusalOf({
      units: [
        { id: 1, spikes: [1, 2] },
        { id: 2, spikes: [3] },
      ],
      ends: [2, 9],
    })
    expect(error.code).toBe('INDEX_INVALID')
    expect(error.message).toContain('ends at 9, but spike_times has 3 entries')
  })

  test('an index that runs backwards', async () => {
    const error = await refusalOf({
      units: [
        { id: 1, spikes: [1, 2] },
        { id: 2, spikes: [3] },
      ],
      ends: [3, 2],
    })
    expect(error.code).toBe('INDEX_INVALID')
    expect(error.message).toContain("says that row 1 ends at 2, before the previous row's end at 3")
  })

  test('an index of another length than its table', async () => {
    const error = await refusalOf({ ends: [1, 2, 3] })
    expect(error.code).toBe('INDEX_INVALID')
    expect(error.message).toContain(
      '/units/spike_times_index has 3 entries, but the table has 1 rows',
    )
  })
})

describe('what a file holds and cannot be read is never taken for absent', () => {
  /** Bytes of a recording, and where the header of one of its objects stands. */
  async function withHeaderOf(object: string): Promise<{ bytes: Buffer; address: number }> {
    let address = 0
    const path = await writeRichRecording(freshPath(), {
      edit(file) {
        const reference = file.create_reference.call(file.get(object))
        const { buffer } = Uint8Array.from(reference.ref_data)
        address = Number(new DataView(buffer).getBigUint64(0, true))
      },
    })
    return { bytes: readFileSync(path), address }
  }

  async function refusalOfBytes(bytes: Buffer): Promise<RecordingError> {
    const path = freshPath()
    writeFileSync(path, bytes)
    return refusal(path)
  }

  test.each([
    ['a column', '/units/snr'],
    ['a table', '/intervals/gratings_presentations'],
    ['a probe', '/general/extracellular_ephys/probeA'],
    ['a text', '/general/subject/species'],
  ])('%s', async (_, damaged) => {
    const { bytes, address } = await withHeaderOf(damaged)
    bytes.fill(0, address, address + 8)
    const error = await refusalOfBytes(bytes)
    expect(error.code).toBe('FILE_DAMAGED')
    expect(error.message).toContain(damaged)
  })

  test('a column that lost its shape, which libhdf5 takes for a datatype', async () => {
    const { bytes, address } = await withHeaderOf('/units/snr')
    // The first message says the shape: type 1. Of type 0, it says nothing.
    expect(bytes.readUInt16LE(address + 16)).toBe(1)
    bytes.writeUInt16LE(0, address + 16)
    const error = await refusalOfBytes(bytes)
    expect(error.code).toBe('FILE_DAMAGED')
    expect(error.message).toContain('/units/snr')
  })

  test.each([
    ['earliest', ['TREE', 'SNOD', 'HEAP', 'GCOL']],
    ['latest', ['OHDR', 'OCHK', 'GCOL', 'FADB', 'FAHD']],
  ] as const)('any part of the structure, format %s', async (libver, signatures) => {
    const path = await writeRichRecording(freshPath(), { libver, layout: { chunkLength: 1000 } })
    const healthy = readFileSync(path)
    const open = await SessionFile.open(path)
    const right = responseText(open.tables())
    open.close()
    let refused = 0
    for (const at of signatures.flatMap((signature) => positionsOf(signature, healthy))) {
      const bytes = Uint8Array.from(healthy)
      bytes[at] = 0
      try {
        const file = await SessionFile.of(new MemoryBytes('damaged.nwb', bytes))
        expect(responseText(file.tables()) === right, `without the signature at ${at}`).toBe(true)
        file.close()
      } catch (error) {
        expect(error).toMatchObject({ code: 'FILE_DAMAGED' })
        refused++
      }
    }
    expect(refused).toBeGreaterThan(20)
  })
})

describe('a file that points out of itself is refused', () => {
  test('units behind an external link', async () => {
    const other = await writeNwb(join(folder, 'other.nwb'))
    const error = await refusalOf({
      units: null,
      edit: (file) => file.create_external_link(other, '/units', 'units'),
    })
    expect(error.code).toBe('EXTERNAL_DATA_REFUSED')
    expect(error.message).not.toContain(folder)
  })

  test('a column behind an external link', async () => {
    const other = await writeNwb(join(folder, 'other.nwb'))
    const error = await refusalOf({
      edit: (file) => file.create_external_link(other, '/units/amplitude_cutoff', 'units/snr'),
    })
    expect(error.code).toBe('EXTERNAL_DATA_REFUSED')
  })

  test('a soft link that leads through an external link', async () => {
    const other = await writeNwb(join(folder, 'other.nwb'))
    const error = await refusalOf({
      units: null,
      edit: (file) => {
        file.create_external_link(other, '/', 'elsewhere')
        file.create_soft_link('/elsewhere/units', 'units')
      },
    })
    expect(error.code).toBe('EXTERNAL_DATA_REFUSED')
  })

  test('an external link to a file of the same name that is open beside it', async () => {
    const path = await writeNwb(freshPath())
    const open = await SessionFile.open(path)
    const error = await refusalOf({
      units: null,
      edit: (file) => file.create_external_link(path, '/units', 'units'),
    })
    expect(error.code).toBe('EXTERNAL_DATA_REFUSED')
    open.close()
  })
})

function positionsOf(signature: string, bytes: Buffer): number[] {
  const positions: number[] = []
  for (let at = bytes.indexOf(signature); at >= 0; at = bytes.indexOf(signature, at + 1)) {
    positions.push(at)
  }
  return positions
}

/** Empty groups, each of a type of NWB. */
function addTyped(file: H5File, types: Readonly<Record<string, string>>): void {
  for (const [path, type] of Object.entries(types)) {
    groupAt(file, path).create_attribute('neurodata_type', type)
  }
}

function longestRunOfData(bytes: Uint8Array): { from: number; to: number } {
  let longest = { from: 0, to: 0 }
  let from = 0
  let zeros = 0
  for (let i = 0; i < bytes.length; i++) {
    zeros = bytes[i] === 0 ? zeros + 1 : 0
    if (zeros > 16) from = i + 1
    else if (i - from > longest.to - longest.from) longest = { from, to: i }
  }
  return longest
}
