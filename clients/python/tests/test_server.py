"""Against a real server, whose address is in SPIKEQL_URL, with the sample sessions."""

import os
import sys
import types
import unittest
from unittest import mock

import numpy as np

import spikeql

try:
    import xarray
except ImportError:
    xarray = None

URL = os.environ.get("SPIKEQL_URL")


def absent(*names):
    """Without some modules, whether they are installed or not."""
    return mock.patch.dict(sys.modules, {name: None for name in names})


class RealServer(unittest.TestCase):
    def setUp(self):
        self.assertIsNotNone(URL, "SPIKEQL_URL must name a server with the sample sessions")
        self.server = spikeql.connect(URL)
        self.session = self.server.session("810000001")


class Sessions(RealServer):
    def test_are_found_by_areas_and_types(self):
        found = self.server.sessions(areas=["V1"], session_types=["brain_observatory_1.1"])
        self.assertIn("810000001", [session.id for session in found])
        self.assertEqual(self.server.sessions(session_types=["brain_observatory_1.1"], areas=["V1"])[0].id, found[0].id)

    def test_are_a_table_in_a_notebook(self):
        html = self.server.sessions()._repr_html_()
        self.assertIn("<th>recordedAreas</th>", html)
        self.assertIn("<td>810000001</td>", html)
        self.assertIn("brain_observatory_1.1", self.session._repr_html_())
        self.assertTrue(repr(self.session).startswith("<spikeql.Session '810000001'"))

    def test_that_are_not_there_are_an_error_with_a_code(self):
        with self.assertRaises(spikeql.QueryError) as raised:
            self.server.session("7")
        self.assertEqual(raised.exception.code, "SESSION_NOT_FOUND")

    def test_have_epochs_and_units(self):
        self.assertEqual(self.session.epochs()[1]["stimulusName"], "gabors")
        units = self.session.units(areas=["V1"])
        self.assertEqual(len(units["unit_id"]), 11)

    def test_answer_any_query(self):
        self.assertEqual(self.server.query("{ server { maxDepth } }"), {"server": {"maxDepth": 15}})


class Counts(RealServer):
    EXPECTED = [
        [2, 0, 0, 0, 0, 5, 0, 0, 3, 0, 2],
        [1, 0, 0, 0, 1, 2, 0, 0, 1, 0, 2],
        [2, 0, 2, 0, 0, 4, 0, 0, 3, 0, 1],
    ]

    def counts(self):
        return self.session.binned_activity("V1", epoch=1, before=0, after=1.5, bin_size=0.5)

    def test_are_those_of_the_readme(self):
        np.testing.assert_array_equal(np.asarray(self.counts()), self.EXPECTED)

    def test_are_labelled_without_xarray(self):
        with absent("xarray"):
            counts = self.counts()
        self.assertIsInstance(counts, spikeql.LabelledArray)
        self.assertEqual((counts.dims, counts.shape), (("bin", "unit"), (3, 11)))
        self.assertEqual(repr(counts), "<spikeql.LabelledArray 'counts' (bin: 3, unit: 11) uint8>")
        self.assertIn("<td>unit_id</td>", counts._repr_html_())
        start = self.session.epochs()[1]["startTime"]
        np.testing.assert_allclose(counts.coords["time"][1], start + np.array([0, 0.5, 1.0]))
        self.assertEqual(counts.attrs["session_id"], "810000001")
        np.testing.assert_array_equal(np.asarray(counts), self.EXPECTED)

    @unittest.skipIf(xarray is None, "")
    def test_are_a_dataarray_with_xarray(self):
        counts = self.counts()
        self.assertIsInstance(counts, xarray.DataArray)
        self.assertEqual(dict(counts.sizes), {"bin": 3, "unit": 11})
        self.assertEqual(counts.coords["unit_id"].dims, ("unit",))

    def test_of_a_window_are_those_of_the_epoch_there(self):
        start = self.session.epochs()[1]["startTime"]
        window = self.session.binned_activity("V1", start=start, stop=start + 1.5, bin_size=0.5)
        np.testing.assert_array_equal(np.asarray(window), self.EXPECTED)
        with self.assertRaisesRegex(ValueError, "either an epoch, or start and stop"):
            self.session.binned_activity("V1")

    def test_around_presentations_have_three_dimensions(self):
        counts = self.session.aligned_activity(
            stimulus_names=["drifting_gratings"], areas=["V1"], after=0.5, bin_size=0.25
        )
        self.assertEqual(tuple(counts.dims), ("presentation", "bin", "unit"))
        self.assertEqual(counts.shape[1:], (2, 11))

    def test_of_the_dataset_are_a_matrix_for_each_epoch(self):
        matrices = self.session.dataset(areas=["V1"], before=0, after=1.5, bin_size=0.5)
        self.assertEqual(list(matrices), ["V1"])
        np.testing.assert_array_equal(matrices["V1"][0], self.EXPECTED)


class Spikes(RealServer):
    def test_are_a_dictionary_without_pynapple(self):
        with absent("pynapple"):
            spikes = self.session.spike_times(areas=["V1"], start=0, stop=100)
        self.assertEqual(len(spikes), 11)
        for times in spikes.values():
            self.assertTrue((np.diff(times) >= 0).all())
        start = self.session.epochs()[1]["startTime"]
        window = (start, start + 0.5)
        counted = [int(((times >= window[0]) & (times < window[1])).sum()) for times in spikes.values()]
        self.assertEqual(sum(counted), sum(Counts.EXPECTED[0]))

    def test_are_a_group_with_pynapple(self):
        made = {}
        fake = types.SimpleNamespace(
            IntervalSet=lambda start, end: (start, end),
            Ts=lambda times, time_support: times,
            TsGroup=lambda group, time_support, **metadata: made.update(group=group, **metadata) or made,
        )
        with mock.patch.dict(sys.modules, {"pynapple": fake}):
            group = self.session.spike_times(areas=["V1"])
        self.assertIs(group, made)
        self.assertEqual(len(group["group"]), 11)
        self.assertEqual(set(group["area"]), {"VISp"})


if __name__ == "__main__":
    unittest.main()
