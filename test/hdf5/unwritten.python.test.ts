import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LocalFile } from '../../src/byte-sources/byte-source.ts'
import { Hdf5File } from '../../src/hdf5/hdf5-file.ts'
import { runPython } from '../support/python/python.ts'
import { temporaryFolder } from '../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

/**
 * Datasets of twelve entries, named by when they are filled and how they are stored; of those in
 * chunks of four the second is written.
 */
const program = `
import sys, h5py, numpy as np
times = dict(never=h5py.h5d.FILL_TIME_NEVER, asked=h5py.h5d.FILL_TIME_IFSET)
with h5py.File(sys.argv[1], 'w', libver=sys.argv[2]) as f:
    f['heap'] = np.full(1000, 1e99)
    for fill in (None, 7.5):
        for time in times:
            for layout in ('piece', 'chunks', 'gzip', 'checked'):
                plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
                plist.set_fill_time(times[time])
                if fill is not None: plist.set_fill_value(np.array(fill))
                if layout != 'piece': plist.set_chunk((4,))
                if layout == 'gzip': plist.set_deflate(4)
                if layout == 'checked': plist.set_fletcher32()
                name = f'{fill}-{time}-{layout}'
                space = h5py.h5s.create_simple((12,))
                h5py.h5d.create(f.id, name.encode(), h5py.h5t.IEEE_F64LE, space, plist)
                if layout != 'piece': f[name][4:8] = [1, 2, 3, 4]
`

const isFilled = (name: string) => name.startsWith('7.5') && name.includes('asked')

test.each(['earliest', 'latest'])(
  'what was never written is the fill value, or 0: format %s',
  async (libver) => {
    const path = join(folder, `${libver}.h5`)
    runPython(program, [path, libver])
    const file = await Hdf5File.open(new LocalFile(path))
    const names = file.children('/').filter((name) => name !== 'heap')
    expect(names).toHaveLength(16)
    for (const name of names) {
      // What was read before lies in the library's memory.
      file.dataset('/heap')?.numbers()
      const fill = isFilled(name) ? 7.5 : 0
      const written = name.includes('piece') ? [fill, fill, fill, fill] : [1, 2, 3, 4]
      const all = [fill, fill, fill, fill, ...written, fill, fill, fill, fill]
      expect([name, ...(file.dataset(`/${name}`)?.numbers() ?? [])]).toEqual([name, ...all])
      const part = file.dataset(`/${name}`)?.numbers({ from: 2, count: 3 })
      expect([name, ...(part ?? [])]).toEqual([name, fill, fill, written[0]])
    }
    file.close()
  },
)
