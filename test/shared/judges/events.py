"""Judges answers about events, intervals, behaviour and tuning: computes them from the file with
plain numpy, and prints what differs. Arguments: the recording, a JSON file with the answers."""

import json
import sys

import h5py
import numpy as np

file = h5py.File(sys.argv[1], "r")
answers = json.load(open(sys.argv[2]))
faults = []


def numbers(values):
    return np.array(json.loads(json.dumps(values), parse_constant=float), dtype=float)


def as_float(nested):
    return np.array([[np.nan if v is None else v for v in row] for row in nested], dtype=float)


def check(name, answered, expected, rounding=0.0):
    answered, expected = np.asarray(answered, float), np.asarray(expected, float)
    if answered.shape != expected.shape:
        faults.append(f"{name}: shape {answered.shape}, not {expected.shape}")
    elif not np.allclose(answered, expected, rtol=rounding, atol=0, equal_nan=True):
        where = np.argwhere(~np.isclose(answered, expected, rtol=rounding, atol=0, equal_nan=True))
        at = tuple(where[0])
        faults.append(f"{name}: {answered[at]} at {at}, not {expected[at]} ({len(where)} differ)")


ids = [str(i) for i in file["units/id"][:]]
ends = file["units/spike_times_index"][:].astype(int)
all_spikes = file["units/spike_times"][:]


def spikes_of(unit):
    row = ids.index(unit)
    return np.sort(all_spikes[0 if row == 0 else ends[row - 1] : ends[row]])


def mids(running):
    start = running["start"]
    return (start + running["end"]) / 2


def histogram(activity):
    edges = np.array(activity["edges"])
    return [
        [np.histogram(spikes_of(u) - t, edges)[0] for u in activity["unitIds"]]
        for t in activity["anchorTimes"]
    ]


def check_counts(name, activity):
    counts = np.array(activity["counts"]).transpose(0, 2, 1)
    check(name, counts, np.array(histogram(activity)))


running = None
if "processing/running/running_speed" in file:
    group = file["processing/running"]
    running = {
        "start": group["running_speed/timestamps"][:],
        "end": group["running_speed_end_times/timestamps"][:],
        "speed": group["running_speed/data"][:],
    }

# Events at given times, in their order.
given = answers["given"]
check("the times given", given["anchorTimes"], answers["times"])
check_counts("counts around given times", given)
group = given["groups"][0]
counts = np.array(histogram(given)).transpose(0, 2, 1)
check("their mean", as_float(group["mean"]), counts.mean(axis=0), 1e-12)
check("their deviation", as_float(group["standardDeviation"]), counts.std(axis=0, ddof=1), 1e-12)
latencies = []
for t in given["anchorTimes"]:
    row = []
    for unit in given["unitIds"]:
        after = spikes_of(unit) - t
        inside = after[(after >= 0) & (after < 0.25)]
        row.append(inside.min() if len(inside) else np.nan)
    latencies.append(row)
check("first spikes", as_float(given["firstSpikes"]["latencies"]), latencies)

# Intervals, closed on the left.
within = answers["within"]
expected = [
    [np.count_nonzero((spikes_of(u) >= a) & (spikes_of(u) < b)) for u in within["unitIds"]]
    for a, b in zip(within["startTimes"], within["stopTimes"])
]
check("counts in intervals", within["counts"], expected)
lengths = np.array(within["stopTimes"]) - np.array(within["startTimes"])
observed = as_float(within["rates"])
check("rates", observed, np.where(np.isnan(observed), np.nan, np.array(expected) / lengths[:, None]), 1e-12)

# Every table of intervals, and every column of numbers.
tables = {t["name"]: t for t in answers["tables"]}
check("tables", [sorted(tables) == sorted(file["intervals"])], [True])
for name, table in tables.items():
    columns = {c["name"]: c for c in table["columns"]}
    for column, stored in file[f"intervals/{name}"].items():
        plain = stored.dtype.kind in "iufb" and stored.shape == (table["rowCount"],)
        if not plain or column.endswith("_index"):
            continue
        read = [np.nan if v is None else v for v in columns[column]["numbers"]]
        check(f"{name}.{column}", read, stored[:].astype(float))

# Columns of times as events.
for asked in answers["columns"]:
    table = file[f"intervals/{asked['table']}"]
    times = table[asked["column"]][:].astype(float)
    if asked["timesFrom"] == "START":
        times = times + table["start_time"][:]
    kept = np.flatnonzero(np.isfinite(times))
    name = f"{asked['table']}.{asked['column']}"
    check(f"rows of {name}", asked["activity"]["sourceIndexes"], kept)
    check(f"times of {name}", asked["activity"]["anchorTimes"], times[kept])
    check_counts(f"counts around {name}", asked["activity"])

if running is not None:
    middle, speed = mids(running), running["speed"]
    there = ~np.isnan(speed)
    aligned = answers["aligned"]
    edges = np.array(aligned["edges"])
    expected = []
    for t in aligned["anchorTimes"]:
        offset = middle - t
        row = []
        for k in range(len(edges) - 1):
            last = k == len(edges) - 2
            inside = (offset >= edges[k]) & ((offset <= edges[k + 1]) if last else (offset < edges[k + 1]))
            row.append(speed[inside & there].mean() if (inside & there).any() else np.nan)
        expected.append(row)
    check("speed in bins", as_float(aligned["signals"][0]["values"]), expected, 1e-12)
    whole = answers["whole"]
    expected = []
    for a, b in zip(whole["startTimes"], whole["stopTimes"]):
        inside = (running["start"] >= a) & (running["start"] < b) & there
        expected.append([speed[inside].mean() if inside.any() else np.nan])
    check("speed by the AllenSDK's rule", as_float(whole["signals"][0]["values"]), expected, 1e-12)
    means = np.array(expected)[:, 0]
    check("running presentations", answers["runningStarts"], np.array(whole["startTimes"])[means >= 1])

    onsets = []
    for i in range(len(speed)):
        hold = (middle >= middle[i] - 1) & (middle < middle[i]) & there
        if speed[i] >= 1 and hold.any() and (speed[hold] < 1).all():
            after = (middle - middle[i] >= 0) & (middle - middle[i] < 0.5) & there
            if (speed[after] >= 1).all():
                onsets.append(middle[i])
    check("onsets", answers["onsets"]["anchorTimes"], onsets)

    tuning = answers["tuning"]
    edges = np.array(answers["tuningEdges"])
    bins = np.where((speed >= edges[0]) & (speed <= edges[-1]), np.searchsorted(edges, speed, "right") - 1, -1)
    bins[speed == edges[-1]] = len(edges) - 2
    occupancy = np.array(
        [(running["end"] - running["start"])[bins == k].sum() for k in range(len(edges) - 1)]
    )
    counts = np.zeros((len(tuning["unitIds"]), len(edges) - 1))
    for u, unit in enumerate(tuning["unitIds"]):
        s = spikes_of(unit)
        i = np.searchsorted(running["start"], s, "right") - 1
        inside = i >= 0
        s, i = s[inside], i[inside]
        inside = s < running["end"][i]
        b = bins[i[inside]]
        counts[u] = np.bincount(b[b >= 0], minlength=len(edges) - 1)
    with np.errstate(all="ignore"):
        rates = np.where(occupancy > 0, counts / occupancy, np.nan)
        share = np.where(occupancy > 0, occupancy, 0) / occupancy.sum()
        mean = np.nansum(share * rates, axis=1, keepdims=True)
        terms = np.where(rates > 0, share * rates * np.log2(rates / mean), 0)
        bits = terms.sum(axis=1)
        per_spike = bits / np.where(mean[:, 0] > 0, mean[:, 0], np.nan)
    check("tuning counts", tuning["counts"], counts)
    check("occupancy", tuning["occupancy"], occupancy, 1e-12)
    check("tuning rates", as_float(tuning["rates"]), rates, 1e-12)
    check("bits per second", as_float([tuning["bitsPerSecond"]])[0], bits, 1e-9)
    check("bits per spike", as_float([tuning["bitsPerSpike"]])[0], per_spike, 1e-9)

print(json.dumps(faults))
