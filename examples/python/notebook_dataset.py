"""The notebook's dataset of a session: spikes of the units of each visual area, in bins of 100 ms from 10 s before the start of each
stimulus epoch to 90 s after it. One query, one file. Needs numpy; xarray where it is installed.

    python3 notebook_dataset.py 810000001 [http://127.0.0.1:4000]
"""

import io
import json
import sys
import urllib.error
import urllib.request

import numpy as np

QUERY = """
query Dataset($id: ID!) {
  session(id: $id) {
    dataset {
      href
      areas { acronym alias }
    }
  }
}
"""


def get(request):
    """The bytes that the server answers; what it says of an error as a RuntimeError."""
    try:
        with urllib.request.urlopen(request) as response:
            return response.read()
    except urllib.error.HTTPError as error:
        raise RuntimeError(json.load(error)["errors"][0]["message"]) from error


def ask(server, query, **variables):
    """The data that a GraphQL query asks for."""
    body = json.dumps({"query": query, "variables": variables}).encode()
    headers = {"content-type": "application/json"}
    answer = json.loads(get(urllib.request.Request(server + "/graphql", body, headers)))
    if "errors" in answer:
        raise RuntimeError(answer["errors"][0]["message"])
    return answer["data"]


def fetch(session_id, server="http://127.0.0.1:4000"):
    """All arrays of a session's dataset by name, and the short name of each area: {'VISp': 'V1', …}."""
    dataset = ask(server, QUERY, id=session_id)["session"]["dataset"]
    with np.load(io.BytesIO(get(server + dataset["href"]))) as file:
        arrays = {name: file[name] for name in file.files}
    return arrays, {area["acronym"]: area["alias"] for area in dataset["areas"]}


def as_dictionary(arrays, areas):
    """{'V1': [matrix of the first epoch, …], 'LM': …}: whole numbers as np.histogram counts them, shape [1000, units]."""
    return {
        alias: [arrays[f"{epoch}__{acronym}"].astype(np.int64) for epoch in arrays["epoch_index"]]
        for acronym, alias in areas.items()
    }


def as_xarray(arrays, areas):
    """{'V1': DataArray [epoch, time, unit], 'LM': …}, labelled by epochs, seconds from an epoch's start, and unit ids."""
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
