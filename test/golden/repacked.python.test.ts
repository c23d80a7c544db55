import { join } from 'node:path'
import { describe, test } from 'vitest'
import { goldenSessionFile, goldenSessionIds } from '../support/golden.ts'
import { expectNotebook } from '../support/notebook.ts'
import { runPython } from '../support/python.ts'
import { ServedFolder } from '../support/served-folder.ts'
import { temporaryFolder } from '../support/write-nwb.ts'

/** Copies a file object by object: every dataset with entries is stored anew as the layout says. */
const repack = `
import sys, h5py
source, target, layout = sys.argv[1:]
options = {'gzip': dict(chunks=True, compression='gzip'),
           'shuffle': dict(chunks=True, shuffle=True, compression='gzip', compression_opts=9),
           'latest': {}}[layout]
with h5py.File(source) as old, h5py.File(target, 'w', libver='latest' if layout == 'latest' else 'earliest') as new:
    for name in old: old.copy(name, new)
    for name, value in old.attrs.items():
        if name != '.specloc': new.attrs[name] = value
    def rewrite(name, dataset):
        if isinstance(dataset, h5py.Dataset) and dataset.shape and options: names.append(name)
    names = []
    new.visititems(rewrite)
    for name in names:
        dataset = new[name]
        if dataset.dtype.kind == 'V' or dataset.dtype == h5py.ref_dtype: continue
        data, attributes, dtype = dataset[()], dict(dataset.attrs), dataset.dtype
        del new[name]
        new.create_dataset(name, data=data, dtype=dtype, **options).attrs.update(attributes)
`

const layouts = ['gzip', 'shuffle', 'latest'] as const
const folder = temporaryFolder()
const served = new ServedFolder(() => {
  for (const id of goldenSessionIds) {
    for (const layout of layouts) {
      const target = join(folder, `${layout}-${id}.nwb`)
      runPython(repack, [goldenSessionFile(id), target, layout])
    }
  }
  return [folder]
})

// Three files have one identifier: the first by its path keeps it as the session's id, the others have their names.
const recordings = goldenSessionIds.flatMap((id) =>
  layouts.map((layout) => ({ id, layout, served: layout === 'gzip' ? id : `${layout}-${id}` })),
)

describe.each(recordings)(
  'every matrix of session $id, repacked as $layout',
  ({ id, served: servedId }) => {
    test('is the same in JSON', () => expectNotebook(served, servedId, 'counts', id))
    test('is the same in base64', () => expectNotebook(served, servedId, 'data', id))
  },
)
