"""The notebook's job with h5py and numpy, by hand: SESSION.nwb [--out FILE.npz] [--windows N].

Units that pass the default filter, in order of probe, vertical and horizontal position; six visual
areas; a window from 10 s before to 90 s after the start of every stimulus block, in bins of 0.1 s,
counted as np.histogram counts. Each unit is read once.
"""

import argparse
import resource
import time

import h5py
import numpy as np

AREAS = ["VISp", "VISl", "VISrl", "VISal", "VISpm", "VISam"]
EDGES = np.arange(0, 100.1, 0.1)


def select_units(file):
    units, channels = file["units"], file["general/extracellular_ephys/electrodes"]
    row_of = {channel: row for row, channel in enumerate(channels["id"][:].tolist())}
    peak = np.array([row_of[channel] for channel in units["peak_channel_id"][:].tolist()])
    area, probe = channels["location"].asstr()[:][peak], channels["group_name"].asstr()[:][peak]
    passes = (
        (units["quality"].asstr()[:] == "good")
        & channels["valid_data"][:][peak].astype(bool)
        & ~np.isin(area, ["", "None"])
        & (units["amplitude_cutoff"][:] <= 0.1)
        & (units["presence_ratio"][:] >= 0.95)
        & (units["isi_violations"][:] <= 0.5)
    )
    vertical = channels["probe_vertical_position"][:][peak]
    horizontal = channels["probe_horizontal_position"][:][peak]
    order = np.lexsort((horizontal, vertical, probe))
    rows = order[passes[order]]
    return rows, area[rows]


def block_starts(file):
    starts, blocks = [], []
    for name, table in file["intervals"].items():
        if name.endswith("_presentations") and "stimulus_block" in table:
            starts.append(table["start_time"][:])
            blocks.append(table["stimulus_block"][:])
    starts, blocks = np.concatenate(starts), np.concatenate(blocks)
    real = ~np.isnan(blocks) & (blocks >= 0)
    return sorted(float(starts[blocks == block].min()) for block in np.unique(blocks[real]))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("session")
    parser.add_argument("--out")
    parser.add_argument("--windows", type=int)
    arguments = parser.parse_args()
    began = time.perf_counter()
    file = h5py.File(arguments.session, "r")
    rows, areas = select_units(file)
    starts = block_starts(file)[: arguments.windows]
    ends = file["units/spike_times_index"][:].astype(np.int64)
    begins = np.r_[0, ends[:-1]]
    times = file["units/spike_times"]
    dataset = {}
    for area in AREAS:
        chosen = rows[areas == area]
        counts = np.zeros((len(starts), len(EDGES) - 1, len(chosen)), np.uint16)
        for column, row in enumerate(chosen):
            spikes = times[begins[row] : ends[row]]
            for window, start in enumerate(starts):
                origin = start - 10
                first = np.searchsorted(spikes, origin, "left")
                last = np.searchsorted(spikes, start + 90, "right")
                inside = spikes[first:last] - origin
                inside = inside[inside <= EDGES[-1]]
                bins = np.minimum(np.searchsorted(EDGES, inside, "right") - 1, len(EDGES) - 2)
                counts[window, :, column] = np.bincount(bins, minlength=len(EDGES) - 1)
        dataset[area] = counts
    whole = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"whole {whole:.3f} s; peak {peak:.0f} MB")
    if arguments.out:
        np.savez(arguments.out, starts=np.array(starts), **dataset)


if __name__ == "__main__":
    main()
