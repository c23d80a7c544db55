"""Write a copy of a session whose spike times lie in chunks, gzip 4 and shuffle: FROM.nwb TO.nwb."""

import shutil
import sys

import h5py

AT_ONCE = 4_000_000


def main(source, target):
    shutil.copy(source, target)
    with h5py.File(target, "r+") as file:
        units = file["units"]
        old = units["spike_times"]
        units.move("spike_times", "spike_times_old")
        new = units.create_dataset(
            "spike_times",
            shape=old.shape,
            dtype=old.dtype,
            chunks=True,
            compression="gzip",
            compression_opts=4,
            shuffle=True,
        )
        new.attrs.update(old.attrs)
        for start in range(0, len(old), AT_ONCE):
            new[start : start + AT_ONCE] = old[start : start + AT_ONCE]
        units["spike_times_index"].attrs["target"] = new.ref
        del units["spike_times_old"]


if __name__ == "__main__":
    main(*sys.argv[1:])
