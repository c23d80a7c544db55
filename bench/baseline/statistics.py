"""Mean and deviation of spike counts by condition with h5py and numpy, by hand: SESSION.nwb OUT.npz.

Counts in [start, start + 2] of every presentation of drifting gratings, for the units of six visual
areas that pass the default filter; grouped by orientation and temporal frequency. Prints the time
without the start of Python and its imports.
"""

import sys
import time

import h5py
import numpy as np
from notebook import AREAS, select_units


def main(session, out):
    began = time.perf_counter()
    file = h5py.File(session, "r")
    rows, areas = select_units(file)
    chosen = rows[np.isin(areas, AREAS)]
    table = file["intervals/drifting_gratings_presentations"]
    order = np.argsort(table["start_time"][:], kind="stable")
    starts = table["start_time"][:][order]
    parameters = [column(table[name], order) for name in ("orientation", "temporal_frequency")]
    ends = file["units/spike_times_index"][:].astype(np.int64)
    begins = np.r_[0, ends[:-1]]
    counts = np.empty((len(chosen), len(starts)), np.int64)
    for position, row in enumerate(chosen):
        spikes = file["units/spike_times"][begins[row] : ends[row]]
        last = np.searchsorted(spikes, starts + 2, "right")
        counts[position] = last - np.searchsorted(spikes, starts, "left")
    keys = np.array([f"{orientation}/{frequency}" for orientation, frequency in zip(*parameters)])
    groups, group_of = np.unique(keys, return_inverse=True)
    # One row a unit, so that numpy sums each as it sums a list.
    in_group = [np.ascontiguousarray(counts[:, group_of == group]) for group in range(len(groups))]
    means = np.stack([rows.mean(axis=1) for rows in in_group])
    with np.errstate(invalid="ignore", divide="ignore"):
        deviations = np.stack([rows.std(axis=1, ddof=1) for rows in in_group])
    print(f"whole {time.perf_counter() - began:.3f} s")
    first = np.array([starts[group_of == group].min() for group in range(len(groups))])
    np.savez(out, first=first, means=means, deviations=deviations)


def column(values, order):
    read = values.asstr()[:] if values.dtype.kind == "O" else values[:]
    return read[order]


if __name__ == "__main__":
    main(*sys.argv[1:])
