"""Labelled arrays, with xarray or without it."""

import io
import json
from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True, eq=False)
class LabelledArray:
    """An array with names and labels of its dimensions, where xarray is not installed.

    values: the numbers
    dims: a name per dimension: `bin`, `unit`
    coords: by name, the dimensions that each lies along, and its values
    attrs: `session_id`, `file_version` and the like
    """

    values: np.ndarray
    dims: tuple
    coords: dict = field(default_factory=dict)
    attrs: dict = field(default_factory=dict)
    name: str = "counts"

    @property
    def shape(self):
        return self.values.shape

    def __array__(self, dtype=None, copy=None):
        return np.array(self.values, dtype=dtype, copy=copy if copy is not None else True)

    def __len__(self):
        return len(self.values)

    def __getitem__(self, index):
        return self.values[index]

    def __repr__(self):
        sizes = ", ".join(f"{dim}: {size}" for dim, size in zip(self.dims, self.shape))
        return f"<spikeql.LabelledArray {self.name!r} ({sizes}) {self.values.dtype}>"

    def _repr_html_(self):
        from .tables import html_table

        rows = [(name, ", ".join(dims), str(values.dtype)) for name, (dims, values) in self.coords.items()]
        return f"<p>{html_escape(repr(self))}</p>" + html_table(("coordinate", "along", "type"), rows)


def html_escape(text):
    import html

    return html.escape(text)


def labelled(values, dims, coords, attrs, name):
    """An xarray.DataArray or, without xarray, a LabelledArray."""
    try:
        import xarray
    except ImportError:
        return LabelledArray(values, tuple(dims), coords, attrs, name)
    return xarray.DataArray(values, dims=dims, coords=coords, attrs=attrs, name=name)


def read_npz(data):
    """The arrays in the bytes of an .npz file, by name."""
    with np.load(io.BytesIO(data), allow_pickle=False) as file:
        return {name: file[name] for name in file.files}


def read_labelled(data):
    """The main array of an .npz file whose entry `xarray` names its dimensions."""
    arrays = read_npz(data)
    described = json.loads(str(arrays["xarray"]))
    name, main = next(iter(described["data_vars"].items()))
    coords = {
        label: (tuple(of["dims"]), arrays[label])
        for label, of in described["coords"].items()
        if label in arrays
    }
    # Edges of bins lie along no dimension of the counts.
    along = {label: of for label, of in coords.items() if set(of[0]) <= set(main["dims"])}
    beside = {label: of[1] for label, of in coords.items() if label not in along}
    return labelled(arrays[name], main["dims"], along, {**described["attrs"], **beside}, name)


def read_matrix(data):
    """The counts of one window: [bin, unit]."""
    arrays = read_npz(data)
    counts = arrays.pop("counts")
    edges = arrays.pop("bin_edges")
    start = float(arrays["start"])
    coords = {
        "time": (("bin",), start + edges[:-1]),
        "unit_id": (("unit",), arrays.pop("unit_ids")),
    }
    attrs = {name: values.item() for name, values in arrays.items() if values.shape == ()}
    return labelled(counts, ("bin", "unit"), coords, attrs, "counts")
