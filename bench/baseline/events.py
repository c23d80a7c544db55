"""Spike counts around presentations and around events, with h5py and numpy by hand.

SESSION.nwb OUT.npz KIND: `psth` counts in 10 ms bins from 0 to 2 s around every presentation of
drifting gratings and takes mean and deviation by orientation and temporal frequency; `events` counts
in 20 bins of 50 ms around 10,000 times all over the session. For the units of six visual areas that
pass the default filter. Prints the time without the start of Python and its imports.
"""

import sys
import time

import h5py
import numpy as np
from notebook import AREAS, select_units


def main(session, out, kind):
    began = time.perf_counter()
    file = h5py.File(session, "r")
    rows, areas = select_units(file)
    chosen = rows[np.isin(areas, AREAS)]
    ends = file["units/spike_times_index"][:].astype(np.int64)
    begins = np.r_[0, ends[:-1]]
    spikes_of = lambda row: file["units/spike_times"][begins[row] : ends[row]]
    result = (psth if kind == "psth" else around_events)(file, chosen, spikes_of)
    print(f"whole {time.perf_counter() - began:.3f} s")
    np.savez(out, **result)


def counts_around(spikes, starts, edges):
    positions = np.searchsorted(spikes, (starts[:, None] + edges).ravel()).reshape(len(starts), -1)
    return np.diff(positions, axis=1)


def psth(file, chosen, spikes_of):
    table = file["intervals/drifting_gratings_presentations"]
    order = np.argsort(table["start_time"][:], kind="stable")
    starts = table["start_time"][:][order]
    parameters = [column(table[name], order) for name in ("orientation", "temporal_frequency")]
    keys = np.array([f"{orientation}/{frequency}" for orientation, frequency in zip(*parameters)])
    groups, group_of = np.unique(keys, return_inverse=True)
    edges = np.arange(201) * 0.01
    means = np.empty((len(groups), 200, len(chosen)))
    deviations = np.empty_like(means)
    for position, row in enumerate(chosen):
        counts = counts_around(spikes_of(row), starts, edges)
        for group in range(len(groups)):
            of_group = counts[group_of == group]
            means[group, :, position] = of_group.mean(axis=0)
            with np.errstate(invalid="ignore", divide="ignore"):
                deviations[group, :, position] = of_group.std(axis=0, ddof=1)
    first = np.array([starts[group_of == group].min() for group in range(len(groups))])
    return {"first": first, "means": means, "deviations": deviations}


def around_events(file, chosen, spikes_of):
    times = event_times()
    edges = np.arange(21) * 0.05
    counts = np.empty((len(times), 20, len(chosen)), np.uint8)
    for position, row in enumerate(chosen):
        counts[:, :, position] = counts_around(spikes_of(row), times, edges)
    return {"counts": counts}


def event_times():
    """Between spikes: multiples of 1/1024 s and a bit, which no sum of an edge rounds to a spike."""
    return 100 + np.arange(10_000) * 0.8 + 1 / 65536 / 3


def column(values, order):
    read = values.asstr()[:] if values.dtype.kind == "O" else values[:]
    return read[order]


if __name__ == "__main__":
    main(*sys.argv[1:])
