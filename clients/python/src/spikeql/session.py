"""A session, and lists of them."""

import numpy as np

from .arrays import read_labelled, read_matrix, read_npz
from .tables import html_table

#: What is requested of every session.
FIELDS = "id sessionType recordedAreas unitCount passingUnitCount probeCount startTime"

COLUMNS = ("id", "sessionType", "recordedAreas", "unitCount", "passingUnitCount")

EPOCHS = """
query Epochs($id: ID!) {
  session(id: $id) { stimulusEpochs { index stimulusName startTime stopTime } }
}"""

EPOCH_COUNTS = """
query EpochCounts($id: ID!, $epoch: Int!, $areas: [String!], $units: UnitFilter!,
                  $before: Float!, $after: Float, $binSize: Float!) {
  session(id: $id) { stimulusEpoch(index: $epoch) {
    binnedActivity(areas: $areas, units: $units, before: $before, after: $after, binSize: $binSize) {
      href(format: NPZ)
    }
  } }
}"""

WINDOW_COUNTS = """
query WindowCounts($id: ID!, $start: Float!, $stop: Float!, $areas: [String!], $units: UnitFilter!,
                   $binSize: Float!) {
  session(id: $id) {
    binnedActivity(start: $start, stop: $stop, areas: $areas, units: $units, binSize: $binSize) {
      href(format: NPZ)
    }
  }
}"""

ALIGNED = """
query Aligned($id: ID!, $presentations: PresentationFilter!, $units: UnitFilter!,
              $before: Float, $after: Float, $binSize: Float) {
  session(id: $id) {
    alignedActivity(presentations: $presentations, units: $units,
                    before: $before, after: $after, binSize: $binSize) { href(format: NPZ) }
  }
}"""

SPIKES = """
query Spikes($id: ID!, $units: UnitFilter!, $start: Float, $stop: Float) {
  session(id: $id) { spikeTimesHref(units: $units, start: $start, stop: $stop, format: NPZ) }
}"""

DATASET = """
query Dataset($id: ID!, $areas: [String!], $units: UnitFilter!, $before: Float!, $after: Float,
              $binSize: Float!) {
  session(id: $id) {
    dataset(areas: $areas, units: $units, before: $before, after: $after, binSize: $binSize) {
      href
      areas { acronym alias }
    }
  }
}"""

UNITS = "query Units($id: ID!, $units: UnitFilter!) { session(id: $id) { unitsHref(where: $units, format: NPZ) } }"


class Session:
    """A session of a server."""

    def __init__(self, server, metadata):
        self._server = server
        self.metadata = metadata

    @property
    def id(self):
        return self.metadata["id"]

    def epochs(self):
        """Stimulus epochs in order of time: dictionaries of index, stimulusName, startTime, stopTime."""
        return self._query(EPOCHS)["stimulusEpochs"]

    def units(self, areas=None, units=None):
        """Units with positions and metrics: numpy arrays by column name, one entry per unit."""
        return read_npz(self._get(self._query(UNITS, units=_filter(units, areas))["unitsHref"]))

    def binned_activity(
        self, area=None, *, epoch=None, before=0.0, after=None, start=None, stop=None, bin_size=0.1, units=None
    ):
        """Spike counts [bin, unit] around the start of an epoch, or from `start` to `stop`.

        area: acronym or short name; None for the units of all areas
        epoch: its index; before and after: seconds; without `after`, to the epoch's end
        start, stop: seconds on the session's clock
        bin_size: seconds
        units: a UnitFilter of the schema
        """
        if (epoch is None) == (start is None or stop is None):
            raise ValueError("Give either an epoch, or start and stop.")
        shared = {"areas": [] if area is None else [area], "units": units or {}, "binSize": bin_size}
        if epoch is None:
            found = self._query(WINDOW_COUNTS, start=start, stop=stop, **shared)
        else:
            found = self._query(EPOCH_COUNTS, epoch=epoch, before=before, after=after, **shared)["stimulusEpoch"]
        return read_matrix(self._get(found["binnedActivity"][0]["href"]))

    def aligned_activity(
        self, *, after, bin_size, before=0.0, stimulus_names=None, presentations=None, areas=None, units=None
    ):
        """Spike counts [presentation, bin, unit] around the starts of presentations.

        after, before: seconds; bin_size: seconds
        stimulus_names: which stimuli; presentations: a PresentationFilter of the schema
        units: a UnitFilter of the schema
        """
        chosen = dict(presentations or {})
        if stimulus_names is not None:
            chosen["stimulusNames"] = list(stimulus_names)
        found = self._query(
            ALIGNED,
            presentations=chosen,
            units=_filter(units, areas),
            before=before,
            after=after,
            binSize=bin_size,
        )
        return read_labelled(self._get(found["alignedActivity"]["href"]))

    def spike_times(self, areas=None, units=None, start=None, stop=None):
        """Spike times in seconds: a pynapple.TsGroup; without pynapple a dictionary, by unit id."""
        found = self._query(SPIKES, units=_filter(units, areas), start=start, stop=stop)
        arrays = read_npz(self._get(found["spikeTimesHref"]))
        order = np.argsort(arrays["index"], kind="stable")
        owners = arrays["index"][order]
        times = arrays["t"][order]
        first = np.searchsorted(owners, arrays["keys"], "left")
        last = np.searchsorted(owners, arrays["keys"], "right")
        by_unit = {key.item(): times[a:b] for key, a, b in zip(arrays["keys"], first, last)}
        try:
            import pynapple
        except ImportError:
            return by_unit
        support = pynapple.IntervalSet(float(arrays["start"][0]), float(arrays["end"][0]))
        group = {key: pynapple.Ts(values, time_support=support) for key, values in by_unit.items()}
        return pynapple.TsGroup(group, time_support=support, area=arrays["area"], probe=arrays["probe"])

    def dataset(self, areas=None, *, before=10.0, after=90.0, bin_size=0.1, units=None):
        """Spike counts of areas around the starts of epochs: {'V1': [array of the first epoch, …], …}.

        Each array is [bin, unit]. By default the six visual areas, and all epochs except
        spontaneous activity and masked presentations.
        """
        arrays, names = self.dataset_arrays(
            areas, before=before, after=after, bin_size=bin_size, units=units
        )
        return {
            alias: [arrays[f"{epoch}__{acronym}"] for epoch in arrays["epoch_index"]]
            for acronym, alias in names.items()
        }

    def dataset_arrays(self, areas=None, *, before=10.0, after=90.0, bin_size=0.1, units=None):
        """All arrays of the dataset's file by name, and the short name of each area."""
        found = self._query(
            DATASET,
            areas=None if areas is None else list(areas),
            units=units or {},
            before=before,
            after=after,
            binSize=bin_size,
        )["dataset"]
        names = {area["acronym"]: area["alias"] or area["acronym"] for area in found["areas"]}
        return read_npz(self._get(found["href"])), names

    def _query(self, document, **variables):
        return self._server.query(document, id=self.id, **variables)["session"]

    def _get(self, href):
        return self._server.download(href)

    def __repr__(self):
        return f"<spikeql.Session {self.id!r}: {self.metadata['sessionType']}, {self.metadata['unitCount']} units>"

    def _repr_html_(self):
        return html_table(("", "session"), self.metadata.items())


class SessionList(list):
    """Sessions; in a notebook, a table."""

    def _repr_html_(self):
        rows = [[session.metadata[name] for name in COLUMNS] for session in self]
        return html_table(COLUMNS, rows)


def _filter(units, areas):
    """A UnitFilter, limited to areas if they are given."""
    return {**(units or {}), **({} if areas is None else {"areas": list(areas)})}
