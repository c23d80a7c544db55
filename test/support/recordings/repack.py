"""
Copy an NWB file object by object: the same names, numbers, links and references, stored in another way.

    python3 repack.py LAYOUT SOURCE TARGET [PATH TO LEAVE OUT...]

Of a folder, all files; what h5py cannot open is copied as it is.
"""
import pathlib
import shutil
import sys
import zlib

import h5py
import numpy as np


def chunks_of(values):
    """Three chunks along the first dimension."""
    return (-(-values.shape[0] // 3), *values.shape[1:])


def is_smaller_shuffled(values):
    plain = values.tobytes()
    shuffled = np.frombuffer(plain, 'u1').reshape(-1, values.dtype.itemsize).T.tobytes()
    return len(zlib.compress(shuffled, 9)) < len(zlib.compress(plain, 9))


def smallest(values):
    if values.nbytes < 1500:
        return {}
    return dict(chunks=values.shape, shuffle=is_smaller_shuffled(values), compression='gzip', compression_opts=9)


# How a dataset of numbers with entries is stored, by layout.
LAYOUTS = {
    'contiguous': lambda values: {},
    'chunked': lambda values: dict(chunks=chunks_of(values)),
    'gzip': lambda values: dict(chunks=True, compression='gzip'),
    'shuffle': lambda values: dict(chunks=True, shuffle=True, compression='gzip', compression_opts=1),
    'compressed': lambda values: dict(chunks=chunks_of(values), shuffle=True, compression='gzip'),
    'latest': lambda values: {},
    'latest-chunked': lambda values: dict(chunks=chunks_of(values)),
    'smallest': smallest,
}


def copy_group(old, new):
    """Gives what holds references, as pairs of the old and the new object."""
    pointing = [(old, new)] if copy_attributes(old, new) else []
    for name in old:
        if (old.name.rstrip('/') + '/' + name) in left_out:
            continue
        link = old.get(name, getlink=True)
        if not isinstance(link, h5py.HardLink):
            new[name] = link
            continue
        source = old[name]
        if isinstance(source, h5py.Group):
            pointing += copy_group(source, new.create_group(name))
        elif copy_dataset(source, new, name):
            pointing.append((source, new[name]))
    return pointing


def copy_dataset(source, new, name):
    """Gives whether it, or an attribute of it, holds references."""
    dtype = source.dtype
    points = holds_references(dtype)
    if source.shape and source.size and dtype.kind in 'iufb':
        values = source[()]
        target = new.create_dataset(name, data=values, dtype=dtype, **LAYOUTS[layout](values))
    else:
        target = new.create_dataset(name, source.shape, dtype)
        if source.size and not points:
            target[()] = source[()]
    return copy_attributes(source, target) or points


def copy_attributes(source, target):
    """All but references; gives whether there are any."""
    points = False
    for name, value in source.attrs.items():
        if isinstance(value, h5py.Reference):
            points = True
        else:
            target.attrs.create(name, value, dtype=source.attrs.get_id(name).dtype)
    return points


def holds_references(dtype):
    columns = [dtype[name] for name in dtype.names] if dtype.names else [dtype]
    return any(h5py.check_ref_dtype(column) for column in columns)


def point_again(source, target):
    """References name objects of the new file, once all of them are there."""
    old, new = source.file, target.file

    def renew(value):
        return new[old[value].name].ref if value else value

    def renew_all(values):
        return np.array([renew(value) for value in values.flat], dtype=h5py.ref_dtype).reshape(values.shape)

    for name, value in source.attrs.items():
        if isinstance(value, h5py.Reference) and old[value].name not in left_out:
            target.attrs.create(name, renew(value), dtype=h5py.ref_dtype)
    if isinstance(source, h5py.Dataset) and source.size and holds_references(source.dtype):
        values = source[()]
        for column in source.dtype.names or ():
            if h5py.check_ref_dtype(source.dtype[column]):
                values[column] = renew_all(values[column])
        target[()] = values if source.dtype.names else renew_all(np.asarray(values))


def repack(source, target):
    with h5py.File(source) as old:
        with h5py.File(target, 'w', libver='latest' if layout.startswith('latest') else 'earliest') as new:
            for source_object, target_object in copy_group(old, new):
                point_again(source_object, target_object)


def repack_all(source, target):
    target.mkdir()
    for path in source.iterdir():
        if path.is_dir():
            shutil.copytree(path, target / path.name)
        elif h5py.is_hdf5(path) and is_closed(path):
            repack(path, target / path.name)
        else:
            shutil.copy(path, target / path.name)


def is_closed(path):
    """Whether no writer has it open."""
    try:
        h5py.File(path).close()
        return True
    except OSError:
        return False


layout, source, target, *left_out = sys.argv[1:]
if pathlib.Path(source).is_dir():
    repack_all(pathlib.Path(source), pathlib.Path(target))
else:
    repack(source, target)
