import { runPython } from './python.ts'

/** Ways to store the same recording: compressed, shuffled and compressed, in the latest file format. */
export const layouts = ['gzip', 'shuffle', 'latest'] as const

/** Write a copy of an NWB file in another layout; needs Python with h5py. */
export function repack(source: string, target: string, layout: (typeof layouts)[number]): void {
  runPython(program, [source, target, layout])
}

/** Copies a file object by object: every dataset with entries is stored anew as the layout says. */
const program = `
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
