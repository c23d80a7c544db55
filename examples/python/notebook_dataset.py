"""The notebook's dataset of a session: spikes of the units of each visual area, in bins of 100 ms
from 10 s before the start of each stimulus epoch to 90 s after it. One query, one file. Needs
numpy; if xarray is installed, also prints a labelled array.

    python3 notebook_dataset.py 810000001 [http://127.0.0.1:4000]
"""

import sys
from pathlib import Path

import numpy as np

try:
    import spikeql
except ImportError:
    # Not installed: use the one in this repository.
    sys.path.append(str(Path(__file__).parents[2] / "clients/python/src"))
    import spikeql


def fetch(session_id, server="http://127.0.0.1:4000"):
    """All arrays of a session's dataset by name, and short names of areas, {'VISp': 'V1', …}."""
    return spikeql.connect(server).session(session_id).dataset_arrays()


def as_dictionary(arrays, areas):
    """{'V1': [matrix of the first epoch, …], 'LM': …}: int64 as from np.histogram, [1000, units]."""
    return {
        alias: [arrays[f"{epoch}__{acronym}"].astype(np.int64) for epoch in arrays["epoch_index"]]
        for acronym, alias in areas.items()
    }


def as_xarray(arrays, areas):
    """{'V1': DataArray [epoch, time, unit], 'LM': …}; time is in seconds from an epoch's start."""
    import xarray

    return {
        areas[acronym]: xarray.DataArray(
            np.stack([arrays[f"{epoch}__{acronym}"] for epoch in arrays["epoch_index"]]),
            dims=("epoch", "time", "unit"),
            coords={
                "epoch": arrays["epoch_index"],
                "stimulus_name": ("epoch", arrays["epoch_stimulus_name"]),
                "start_time": ("epoch", arrays["epoch_start_time"]),
                "time": arrays["bin_edges"][:-1] - 10,
                "unit": arrays["unit_ids__" + acronym],
            },
            name="spike_count",
        )
        for acronym in areas
    }


if __name__ == "__main__":
    arrays, areas = fetch(*sys.argv[1:])
    for alias, matrices in as_dictionary(arrays, areas).items():
        spikes = sum(matrix.sum() for matrix in matrices)
        print(f"{alias}: {len(matrices)} epochs of {matrices[0].shape}, {spikes} spikes")
    try:
        print(as_xarray(arrays, areas)["V1"].mean("epoch"))
    except ImportError:
        print("Install xarray for labelled arrays.")
