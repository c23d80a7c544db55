"""Analyses of spikes with h5py and numpy, by hand: SESSION.nwb OUT.npz correlograms|noise|isi.

Units are all of the file (isi), those that pass the default filter (noise), or those of one area
(correlograms). Prints the time without the start of Python and its imports.
"""

import sys
import time

import h5py
import numpy as np
from notebook import select_units

LAGS = 50
BIN = 0.001


def main(session, out, analysis):
    began = time.perf_counter()
    file = h5py.File(session, "r")
    ends = file["units/spike_times_index"][:].astype(np.int64)
    begins = np.r_[0, ends[:-1]]
    times = file["units/spike_times"]
    read = lambda row: times[begins[row] : ends[row]]
    result = {"correlograms": correlograms, "noise": noise, "isi": isi}[analysis](file, read)
    print(f"whole {time.perf_counter() - began:.3f} s")
    np.savez(out, **result)


def correlograms(file, read):
    rows, areas = select_units(file)
    trains = [read(row) for row in rows[areas == "VISpm"]]
    edges = (np.arange(-LAGS, LAGS + 2) - 0.5) * BIN
    counts = []
    for i, reference in enumerate(trains):
        for target in trains[i + 1 :]:
            first = np.searchsorted(target, reference + edges[0])
            met = np.searchsorted(target, reference + edges[-1]) - first
            before = np.cumsum(met) - met
            chosen = np.arange(met.sum()) - np.repeat(before - first, met)
            lags = target[chosen] - np.repeat(reference, met)
            counts.append(np.histogram(lags, edges)[0])
    return {"values": np.array(counts, dtype=float)}


def noise(file, read):
    rows, _ = select_units(file)
    table = file["intervals/drifting_gratings_presentations"]
    starts, stops = table["start_time"][:], table["stop_time"][:]
    keys = np.array([f"{o}/{f}" for o, f in zip(column(table, "orientation"), column(table, "temporal_frequency"))])
    counts = np.empty((len(starts), len(rows)))
    for position, row in enumerate(rows):
        spikes = read(row)
        counts[:, position] = np.searchsorted(spikes, stops, "right") - np.searchsorted(spikes, starts, "right")
    scores = np.full(counts.shape, np.nan)
    for key in np.unique(keys):
        group = counts[keys == key]
        deviation = group.std(axis=0, ddof=1)
        with np.errstate(all="ignore"):
            scores[keys == key] = np.where(deviation > 0, (group - group.mean(axis=0)) / deviation, np.nan)
    there = ~np.isnan(scores)
    z, m = np.where(there, scores, 0), there.astype(float)
    n, xy, x, xx = m.T @ m, z.T @ z, z.T @ m, (z * z).T @ m
    with np.errstate(all="ignore"):
        values = (n * xy - x * x.T) / np.sqrt((n * xx - x**2) * (n * xx.T - x.T**2))
    return {"values": values}


def isi(file, read):
    columns = []
    for row in range(len(file["units/id"])):
        intervals = np.diff(read(row))
        if len(intervals) < 2:
            columns.append([np.nan] * 4)
            continue
        ratios = np.diff(intervals) / (intervals[1:] + intervals[:-1])
        mean = intervals.mean()
        cv2, variation = 2 * np.abs(ratios).mean(), 3 * (ratios**2).mean()
        columns.append([mean, intervals.std() / mean, cv2, variation])
    values = np.ascontiguousarray(np.array(columns).T)
    return {"values": values, "ids": file["units/id"][:].astype(float)}


def column(table, name):
    values = table[name]
    return values.asstr()[:] if values.dtype.kind == "O" else values[:]


if __name__ == "__main__":
    main(*sys.argv[1:])
