"""Responses to a stimulus with h5py and numpy, by hand: SESSION.nwb OUT.npz KIND [UNIT_ID ...].

KIND is dg, sg, ns, fl, rf, dm or `fields`; without ids, the units of six visual areas that pass the
default filter. Metrics follow the AllenSDK's ecephys.stimulus_analysis; `fields` are the maps of
receptive fields alone. Prints the time without the start of Python and its imports.
"""

import sys
import time
from math import atan, lgamma, pi, sqrt

import h5py
import numpy as np
from notebook import AREAS, select_units

STIMULI = {
    "dg": (["drifting_gratings", "drifting_gratings_75_repeats"], 2.0, "temporal_frequency"),
    "sg": (["static_gratings"], 0.25, "spatial_frequency"),
    "ns": (["natural_scenes"], 0.25, "frame"),
    "fl": (["flashes"], 0.25, None),
    "rf": (["gabors"], 0.25, None),
    "dm": (["dot_motion"], 1.0, None),
    "fields": (["gabors"], 0.25, None),
}
NOT_PARAMETERS = {"id", "start_time", "stop_time", "stimulus_name", "stimulus_block", "tags",
                  "timeseries", "tags_index", "timeseries_index", "stimulus_index"}


def main(session, out, kind, *ids):
    began = time.perf_counter()
    file = h5py.File(session, "r")
    units = chosen_units(file, [int(i) for i in ids])
    stimulus = read_stimulus(file, kind)
    ends = file["units/spike_times_index"][:].astype(np.int64)
    begins = np.r_[0, ends[:-1]]
    speeds = running_speeds(file, stimulus) if kind != "fields" else None
    columns = {}
    with np.errstate(invalid="ignore", divide="ignore"):
        for row in units:
            spikes = np.sort(file["units/spike_times"][begins[row] : ends[row]])
            measured = field_of(spikes, stimulus) if kind == "fields" else metrics_of(
                spikes, stimulus, kind, speeds)
            for name, value in measured.items():
                columns.setdefault(name, []).append(value)
    print(f"whole {time.perf_counter() - began:.3f} s")
    unit_ids = file["units/id"][:][units].astype(np.float64)
    arrays = {name: np.array(values, np.float64) for name, values in columns.items()}
    np.savez(out, unit_ids=unit_ids, **arrays)


def chosen_units(file, ids):
    if not ids:
        rows, areas = select_units(file)
        return rows[np.isin(areas, AREAS)]
    row_of = {unit: row for row, unit in enumerate(file["units/id"][:].tolist())}
    return [row_of[unit] for unit in ids]


class Stimulus:
    pass


def read_stimulus(file, kind):
    names, duration, blank = STIMULI[kind]
    tables = []
    for name in file["intervals"]:
        table = file["intervals/" + name]
        if name.endswith("_presentations"):
            stored = text_of(table["stimulus_name"])
            tables.append((table, stored, table["start_time"][:]))
    present = [(starts[names_ == n].min(), n) for _, names_, starts in tables
               for n in set(names_) if n in names]
    found = min(present)[1]
    table, stored, _ = next(t for t in tables if found in t[1])
    rows = np.flatnonzero(stored == found)
    rows = rows[np.argsort(table["start_time"][:][rows], kind="stable")]
    self = Stimulus()
    self.duration = duration
    self.starts, self.stops = table["start_time"][:][rows], table["stop_time"][:][rows]
    values = {}
    for name in table:
        if name not in NOT_PARAMETERS and table[name].shape[:1] == stored.shape:
            read = text_of(table[name]) if table[name].dtype.kind in "OS" else table[name][:]
            values[name] = read[rows]
    keys = list(zip(*[[str(v) for v in values[name]] for name in sorted(values)]))
    # Conditions in order of first appearance, masked presentations included.
    order = {}
    self.condition = np.array([order.setdefault(key, len(order)) for key in keys])
    shown = ~masked(file, self.starts, self.stops)
    first = {c: i for i, c in reversed(list(enumerate(self.condition)))}
    count = len(order)
    self.value = {
        name: np.array([number(column[first[c]]) for c in range(count)])
        for name, column in values.items()
    }
    self.starts, self.stops = self.starts[shown], self.stops[shown]
    self.condition = self.condition[shown]
    self.there = np.isin(np.arange(count), self.condition)
    if blank == "frame":
        self.blank = self.value["frame"] == -1
    else:
        self.blank = np.isnan(self.value[blank]) if blank else np.zeros(count, bool)
    return self


def masked(file, starts, stops):
    hidden = np.zeros(len(starts), bool)
    if "invalid_times" not in file["intervals"]:
        return hidden
    table = file["intervals/invalid_times"]
    ends = table["tags_index"][:].astype(int)
    tags = text_of(table["tags"])
    for i, (start, stop) in enumerate(zip(table["start_time"][:], table["stop_time"][:])):
        if "stimulus" in tags[(ends[i - 1] if i else 0) : ends[i]]:
            hidden |= (starts <= stop) & (stops >= start)
    return hidden


def text_of(dataset):
    return np.array([v.decode() if isinstance(v, bytes) else v for v in dataset[:]])


def number(value):
    try:
        return float(value)
    except ValueError:
        return np.nan


def running_speeds(file, stimulus):
    path = "processing/running/running_speed"
    if path not in file:
        return np.full(len(stimulus.starts), np.nan)
    times, speed = file[path + "/timestamps"][:], file[path + "/data"][:]
    times = times[0] if times.ndim == 2 else times
    means = []
    for start, stop in zip(stimulus.starts, stimulus.stops):
        inside = speed[np.searchsorted(times, start) : np.searchsorted(times, stop)]
        inside = inside[~np.isnan(inside)]
        means.append(inside.mean() if len(inside) else np.nan)
    return np.array(means)


def closed(spikes, starts, edges):
    """Counts in bins that are closed on both sides, shape [starts, bins]."""
    domain = starts[:, None] + edges[None, :]
    last = np.searchsorted(spikes, domain[:, 1:].ravel(), "right")
    return (last - np.searchsorted(spikes, domain[:, :-1].ravel())).reshape(len(starts), -1)


def metrics_of(spikes, s, kind, speeds):
    whole = np.searchsorted(spikes, s.stops, "right") - np.searchsorted(spikes, s.starts, "right")
    count = len(s.blank)
    sizes = np.bincount(s.condition, minlength=count)
    sums = np.bincount(s.condition, whole, minlength=count)
    means = sums / sizes
    usable = s.there & ~s.blank
    preferred = np.flatnonzero(usable)[np.argmax(means[usable])]
    of_preferred = s.condition == preferred
    starts = s.starts[of_preferred]
    trial = closed(spikes, starts, np.array([0.0, s.duration]))[:, 0]
    edges = np.arange(0, s.duration, 0.001)
    fine = closed(spikes, starts, edges)
    psth = fine.mean(axis=0)
    centres = edges[:-1] + np.diff(edges) / 2
    found = {
        "firing_rate": block_rate(spikes, s),
        "fano": np.var(trial) / trial.mean() if trial.mean() else np.nan,
        "lifetime_sparseness": sparseness(sums[usable]),
    }
    found["run_mod"], found["run_pval"] = running(trial, speeds[of_preferred])
    names = {"pref_ori": "orientation", "pref_tf": "temporal_frequency",
             "pref_sf": "spatial_frequency", "pref_phase": "phase", "pref_speed": "Speed",
             "pref_dir": "Dir"}
    wanted = {"dg": ["pref_ori", "pref_tf"], "sg": ["pref_sf", "pref_ori", "pref_phase"],
              "dm": ["pref_speed", "pref_dir"]}.get(kind, [])
    for name in wanted:
        found[name], shared = preference(s.value[names[name]], means, s.there)
        if kind != "dm":
            found[name + "_multi"] = shared
    if kind in ("dg", "sg"):
        at = s.there & ~s.blank
        if kind == "dg":
            at &= s.value["temporal_frequency"] == found["pref_tf"]
        else:
            at &= (s.value["spatial_frequency"] == found["pref_sf"]) & (
                s.value["phase"] == found["pref_phase"])
        shown = s.value["orientation"][s.there]
        angles = np.unique(shown[~np.isnan(shown)])
        tuned = np.flatnonzero(at)[np.argsort(s.value["orientation"][at], kind="stable")]
        whole_circle = len(tuned) == len(angles)
        r, theta = means[tuned], np.deg2rad(s.value["orientation"][tuned])
        for name, harmonic in (("g_osi", 2), ("g_dsi", 1)):
            if name == "g_osi" or kind == "dg":
                found[name] = (abs((r * np.exp(1j * harmonic * theta)).sum()) / r.sum()
                               if whole_circle and r.sum() else np.nan)
    if kind == "dg":
        frequency = s.value["temporal_frequency"][preferred]
        found["f1_f0"] = folded(fine, frequency, centres[-1])
        found["mod_idx"] = modulation(psth, frequency)
    else:
        found["time_to_peak"] = centres[np.argmax(psth)]
    if kind == "ns":
        frames = s.value["frame"][usable]
        found["pref_frame"] = s.value["frame"][preferred]
        by_frame = [means[usable][frames == f].mean() for f in np.unique(frames)]
        found["pref_images_multi"] = float(np.sum(by_frame == np.max(by_frame)) > 1)
        found["image_selectivity"] = selectivity(means[usable])
    if kind == "fl":
        on, off = (means[s.there & (s.value["color"] == c)] for c in (1, -1))
        found["on_off_ratio"] = on[0] / off[0] if len(on) and len(off) and off[0] else np.nan
        found["sustained_idx"] = psth.mean() / psth.max()
    if kind == "rf":
        field = field_of(spikes, s)
        found.update({name: field[name] for name in ("azimuth", "elevation", "area")})
    return {f"{name}_{kind}": value for name, value in found.items()}


def preference(values, means, there):
    distinct = np.unique(values[there & ~np.isnan(values)])
    by_value = np.array([means[there & (values == v)].mean() for v in distinct])
    return distinct[np.argmax(by_value)], float(np.sum(by_value == by_value.max()) > 1)


def block_rate(spikes, s):
    gaps = np.flatnonzero(np.diff(s.starts) > 2 * s.duration)
    starts, stops = s.starts[np.r_[0, gaps + 1]], s.stops[np.r_[gaps, len(s.stops) - 1]]
    inside = np.searchsorted(spikes, stops) - np.searchsorted(spikes, starts)
    return inside.sum() / np.sum(stops - starts)


def sparseness(r):
    n = len(r)
    return (1 - r.sum() ** 2 / (n * (r**2).sum())) / (1 - 1 / n) if n > 1 else np.nan


def running(counts, speeds):
    runs = speeds >= 1
    if not 1 < runs.sum() < len(runs) - 1:
        return np.nan, np.nan
    r, s = counts[runs], counts[~runs]
    a, b = r.mean(), s.mean()
    if a == b == 0:
        return np.nan, np.nan
    va, vb = r.var(ddof=1) / len(r), s.var(ddof=1) / len(s)
    df = (va + vb) ** 2 / (va**2 / (len(r) - 1) + vb**2 / (len(s) - 1))
    t = (a - b) / np.sqrt(va + vb)
    return (a - b) / a if a > b else -(b - a) / b, student(t, df)


NODES, WEIGHTS = np.polynomial.legendre.leggauss(200)


def student(t, df):
    """Two-sided probability, by quadrature over the angle whose tangent is t / sqrt(df)."""
    if np.isnan(t) or np.isinf(t):
        return 0.0 if np.isinf(t) else np.nan
    most = atan(abs(t) / sqrt(df))
    inside = (WEIGHTS * np.cos((NODES + 1) / 2 * most) ** (df - 1)).sum() * most / 2
    return 1 - 2 * np.exp(lgamma((df + 1) / 2) - lgamma(df / 2)) / sqrt(pi) * inside


def folded(fine, frequency, duration):
    cycles = int(frequency * duration)
    if cycles == 0:
        return np.nan
    width = fine.shape[1] // cycles
    average = fine[:, : cycles * width].reshape(len(fine), cycles, width).mean(axis=1)
    amplitude = 2 * np.abs(np.fft.fft(average, axis=1)) / width
    f0, f1 = amplitude[:, 0] / 2, amplitude[:, 1]
    return np.mean(f1[f0 > 0] / f0[f0 > 0]) if np.any(f0 > 0) else np.nan


def modulation(psth, frequency):
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(1024) / 1024)
    parts = [psth[i : i + 1024] for i in range(0, len(psth) - 1023, 512)]
    power = np.mean([np.abs(np.fft.rfft((p - p.mean()) * window)) ** 2 for p in parts], axis=0)
    power[1:-1] *= 2
    power /= 1000 * (window**2).sum()
    if power.mean() == 0:
        return 0.0
    at = np.searchsorted(np.arange(513) * 1000 / 1024, frequency)
    return abs((power[at] - power.mean()) / np.sqrt(np.mean(power**2) - power.mean() ** 2))


def selectivity(means):
    least, most = means.min(), means.max()
    if least == most:
        return 0.0
    thresholds = least + np.arange(1000) * ((most - least) / 1000)
    return 1 - 2 * np.mean(np.mean(means[None, :] > thresholds[:, None], axis=1))


def field_of(spikes, s):
    """The map, from the top row down, and the place of the receptive field."""
    counts = closed(spikes, s.starts, np.linspace(0, 0.249, 3)).sum(axis=1)
    total = closed(spikes, s.starts, np.array([0, 0.25])).sum()
    x, y = s.value["x_position"][s.condition], s.value["y_position"][s.condition]
    columns, rows = np.unique(x), np.unique(y)[::-1]
    cells = np.searchsorted(-rows, -y) * len(columns) + np.searchsorted(columns, x)
    shape = (len(rows), len(columns))
    field = np.bincount(cells, counts, minlength=shape[0] * shape[1]).reshape(shape).astype(int)
    found = {"map": field, "azimuth": np.nan, "elevation": np.nan, "area": np.nan}
    if total < 10:
        return found
    smooth = smoothed(smoothed(field).T).T
    part = connected(smooth > smooth.max() - 0.5 * smooth.std(), smooth)
    found["area"] = 100.0 * len(part)
    if len(part):
        row, column = np.around(np.mean(part, axis=0), 4)
        found["azimuth"], found["elevation"] = 10 * column + 10, 10 * (8 - row) - 30
    return found


KERNEL = np.exp(-0.5 * np.arange(-4, 5) ** 2)
KERNEL = KERNEL / KERNEL.sum()


def smoothed(field):
    """Along the rows' axis, edges mirrored, fractions cut off; from the outside of the kernel in."""
    wide = np.pad(field, ((4, 4), (0, 0)), mode="symmetric")
    n = len(field)
    total = wide[4 : 4 + n] * KERNEL[4]
    for distance in (4, 3, 2, 1):
        pair = wide[4 - distance : 4 - distance + n] + wide[4 + distance : 4 + distance + n]
        total = total + pair * KERNEL[4 + distance]
    return total.astype(int)


def connected(is_in, smooth):
    """Cells that hang together by their sides with the first maximum."""
    first = np.unravel_index(np.argmax(smooth), smooth.shape)
    if not is_in[first]:
        return []
    part, waiting = {first}, [first]
    while waiting:
        row, column = waiting.pop()
        for cell in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
            inside = 0 <= cell[0] < is_in.shape[0] and 0 <= cell[1] < is_in.shape[1]
            if inside and is_in[cell] and cell not in part:
                part.add(cell)
                waiting.append(cell)
    return sorted(part)


if __name__ == "__main__":
    main(*sys.argv[1:])
