import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cutIntoBins } from '../../src/domain/counting/bins.ts'
import { RecordingError } from '../../src/errors.ts'
import { SessionFile } from '../../src/nwb/session-file.ts'
import { runPython } from '../support/python/python.ts'
import { temporaryFolder, writeNwb } from '../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

/**
 * A recording whose spike times h5py stores anew; `program` creates
 * units/spike_times in `units` of `values`.
 */
async function stored(name: string, program: string): Promise<string> {
  const path = await writeNwb(join(folder, `${name}.nwb`))
  runPython(
    `
import sys, os, h5py, numpy as np
path = sys.argv[1]
with h5py.File(path, 'r+', libver='latest') as f:
    units = f['units']
    values = units['spike_times'][()]
    del units['spike_times']
    ${program}
`,
    [path],
  )
  return path
}

async function countAll(path: string): Promise<Uint8Array> {
  const file = await SessionFile.open(path)
  const bins = cutIntoBins({ startTime: 0, stopTime: 3 }, 1)
  const [matrix] = file.read('countSpikes', [{ bins, unitRows: Uint32Array.of(0) }])
  file.close()
  return matrix?.counts as Uint8Array
}

async function refusal(path: string): Promise<RecordingError> {
  try {
    await countAll(path)
  } catch (error) {
    if (error instanceof RecordingError) return error
    throw error
  }
  throw new Error('it was read')
}

test('big-endian spike times are read right', async () => {
  const path = await stored(
    'big-endian',
    "units.create_dataset('spike_times', data=values.astype('>f8'))",
  )
  expect(await countAll(path)).toEqual(Uint8Array.of(1, 1, 1))
})

test('spike times behind a user block are read right', async () => {
  const path = await stored('user-block', "units.create_dataset('spike_times', data=values)")
  runPython(
    `
import sys, h5py
with h5py.File(sys.argv[1]) as old, h5py.File(sys.argv[2], 'w', userblock_size=4096) as new:
    for name in old: old.copy(name, new)
    for name, value in old.attrs.items(): new.attrs[name] = value
`,
    [path, join(folder, 'user-block-4096.nwb')],
  )
  expect(await countAll(join(folder, 'user-block-4096.nwb'))).toEqual(Uint8Array.of(1, 1, 1))
})

test('spike times kept in another file on the disk are not read', async () => {
  writeFileSync(join(folder, 'secret.bin'), Buffer.from(Float64Array.of(0.5, 0.6, 0.7).buffer))
  const path = await stored(
    'external-storage',
    "units.create_dataset('spike_times', shape=(3,), dtype='<f8', external=[(os.path.join(os.path.dirname(path), 'secret.bin'), 0, 24)])",
  )
  const error = await refusal(path)
  expect(error.code).toBe('EXTERNAL_DATA_REFUSED')
  expect(error.message).not.toContain(folder)
})

test('spike times made of another file by a virtual dataset are refused', async () => {
  const source = await writeNwb(join(folder, 'source.nwb'))
  const path = await stored(
    'virtual',
    `layout = h5py.VirtualLayout(shape=(3,), dtype='<f8')
    layout[:] = h5py.VirtualSource('${source}', 'units/spike_times', shape=(3,))
    units.create_virtual_dataset('spike_times', layout)`,
  )
  expect((await refusal(path)).code).toBe('EXTERNAL_DATA_REFUSED')
})

test('a filter that is not built in is named', async () => {
  const path = await stored(
    'lzf',
    "units.create_dataset('spike_times', data=values, chunks=(3,), compression='lzf')",
  )
  const error = await refusal(path)
  expect(error.code).toBe('FILTER_MISSING')
  expect(error.message).toContain('/units/spike_times is compressed with lzf')
  expect(error.message).toContain('h5repack -f GZIP=4')
})
