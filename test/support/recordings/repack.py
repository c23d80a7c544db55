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


def copy_group(old, new, path, paths):
    """
    Gives what holds references, as pairs of the old and the new object; notes paths by addresses.

    By the low level of h5py, as far as it goes: a recording may have thousands of objects.
    """
    note(paths, old, path)
    pointing = [(old, new)] if copy_attributes(old, new) else []
    for name in map(bytes.decode, old):
        inner = f'{path.rstrip("/")}/{name}'
        if inner in left_out:
            continue
        if old.links.get_info(name.encode()).type != h5py.h5l.TYPE_HARD:
            new[name] = h5py.Group(old).get(name, getlink=True)
            continue
        source = h5py.h5o.open(old, name.encode())
        if isinstance(source, h5py.h5g.GroupID):
            pointing += copy_group(source, new.create_group(name), inner, paths)
            continue
        note(paths, source, inner)
        target = copy_dataset(source, new, name)
        if copy_attributes(source, target) or holds_references(source.dtype):
            pointing.append((source, target))
    return pointing


def note(paths, item, path):
    paths.setdefault(h5py.h5o.get_info(item).addr, path)


def copy_dataset(source, new, name):
    dtype, shape = source.dtype, source.shape
    if shape and 0 not in shape and dtype.kind in 'iufb':
        values = np.zeros(shape, dtype)
        source.read(h5py.h5s.ALL, h5py.h5s.ALL, values)
        return new.create_dataset(name, data=values, dtype=dtype, **LAYOUTS[layout](values))
    target = new.create_dataset(name, shape, dtype)
    if target.size and not holds_references(dtype):
        target[()] = h5py.Dataset(source)[()]
    return target


def copy_attributes(source, target):
    """All but references; gives whether there are any."""
    points = False
    for i in range(h5py.h5a.get_num_attrs(source)):
        attribute = h5py.h5a.open(source, index=i)
        stored = attribute.get_type()
        if stored.get_class() == h5py.h5t.REFERENCE:
            points = True
            continue
        space = attribute.get_space()
        copy = h5py.h5a.create(target.id, attribute.name, stored, space)
        if space.get_simple_extent_type() != h5py.h5s.NULL:
            values = np.empty(attribute.shape, attribute.dtype)
            attribute.read(values)
            copy.write(values)
    return points


def holds_references(dtype):
    columns = [dtype[name] for name in dtype.names] if dtype.names else [dtype]
    return any(h5py.check_ref_dtype(column) for column in columns)


def point_again(source, target, paths):
    """References name objects of the new file, once all of them are there."""
    old, new = source.file, target.file

    def path_of(value):
        return paths.get(h5py.h5o.get_info(old[value].id).addr)

    def renew(value):
        return new[path_of(value)].ref if value else value

    def renew_all(values):
        return np.array([renew(value) for value in values.flat], dtype=h5py.ref_dtype).reshape(values.shape)

    for name, value in source.attrs.items():
        if isinstance(value, h5py.Reference) and path_of(value):
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
            paths = {}
            for source_id, target_object in copy_group(old['/'].id, new['/'], '/', paths):
                point_again(old[paths[h5py.h5o.get_info(source_id).addr]], target_object, paths)


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
