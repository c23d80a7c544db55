"""Compare analyses of spike trains with plain numpy: FILE.nwb ANSWER.json. Prints what was compared."""

import json
import sys

import h5py
import numpy as np

file = h5py.File(sys.argv[1], "r")
with open(sys.argv[2]) as answer_file:
    answer = json.load(answer_file)
ids = file["units/id"][:].tolist()
ends = file["units/spike_times_index"][:].astype(np.int64)
begins = np.r_[0, ends[:-1]]
times = file["units/spike_times"]
compared = []


def spikes(unit):
    row = ids.index(int(unit))
    return np.sort(times[begins[row] : ends[row]])


def same(name, got, expected, rtol=1e-12, atol=2e-14):
    got = np.array(got, dtype=float)
    expected = np.array(expected, dtype=float)
    assert got.shape == expected.shape, (name, got.shape, expected.shape)
    close = np.isclose(got, expected, rtol=rtol, atol=atol, equal_nan=True)
    assert close.all(), (name, got[~close][:5], expected[~close][:5], np.argwhere(~close)[:5])
    compared.append(name)


def exactly(name, got, expected):
    same(name, got, expected, 0, 0)


def ratio(a, b):
    return a / b if b else np.nan


def statistics(unit, start, stop):
    s = spikes(unit)
    i = np.diff(s)
    total = i[1:] + i[:-1]
    change = i[1:] - i[:-1]
    kept = total > 0
    total, change = total[kept], change[kept]
    product = 1 - change**2 / total**2
    out = {"spikeCounts": len(s)}
    out["isiMean"] = i.mean() if len(i) else np.nan
    out["isiMedian"] = np.median(i) if len(i) else np.nan
    out["cv"] = ratio(i.std(), i.mean()) if len(i) > 1 else np.nan
    out["cv2"] = 2 * np.mean(np.abs(change) / total) if len(total) else np.nan
    out["localVariation"] = 3 * np.mean(change**2 / total**2) if len(total) else np.nan
    lvr = (1 - product) * (1 + 4 * 0.005 / total)
    out["revisedLocalVariation"] = 3 * lvr.mean() if len(total) else np.nan
    count = int(np.floor((stop - start) / 1.0 + 1e-9))
    bins = np.histogram(s - start, np.arange(count + 1) * 1.0)[0]
    out["fanoFactor"] = ratio(bins.var(), bins.mean())
    minutes = int(np.floor((stop - start) / 60 + 1e-9))
    out["presenceRatio"] = ratio((np.histogram(s - start, np.arange(minutes + 1) * 60.0)[0] > 0).sum(), minutes) if minutes else np.nan
    out["allen"] = (np.histogram(s, np.linspace(start, stop, 100))[0] > 0).sum() / 100
    out["violations"] = (i < 0.0015).sum()
    out["histogram"] = np.histogram(i, np.linspace(0, 0.1, 101))[0]
    out["rates"] = len(s) / (stop - start)
    return out


def correlogram(a, b, size, count, is_same):
    edges = (np.arange(-count, count + 2) - 0.5) * size
    low = np.searchsorted(b, a + edges[0] - size)
    met = np.searchsorted(b, a + edges[-1] + size) - low
    first = np.cumsum(met) - met
    lags = b[np.arange(met.sum()) - np.repeat(first - low, met)] - np.repeat(a, met)
    counts = np.histogram(lags[lags < edges[-1]], edges)[0]
    counts[count] -= len(a) if is_same else 0
    return counts


def tiling(a, b, start, stop, dt):
    if not len(a) or not len(b):
        return np.nan

    def near(x, y):
        at = np.searchsorted(y, x)
        left = np.abs(y[np.maximum(at - 1, 0)] - x) <= dt
        right = np.abs(y[np.minimum(at, len(y) - 1)] - x) <= dt
        return np.mean(left | right)

    def part(x):
        covered = 2 * dt * len(x) - np.sum(np.maximum(0, 2 * dt - np.diff(x)))
        covered -= max(0, dt - (x[0] - start)) + max(0, dt - (stop - x[-1]))
        return covered / (stop - start)

    pa, pb, ta, tb = near(a, b), near(b, a), part(a), part(b)
    term = lambda p, t: 1 if p * t == 1 else (p - t) / (1 - p * t)
    return (term(pa, tb) + term(pb, ta)) / 2


def pearson(x, y):
    there = ~np.isnan(x) & ~np.isnan(y)
    x, y = x[there], y[there]
    if len(x) < 3 or (x == x[0]).all() or (y == y[0]).all():
        return np.nan
    return np.corrcoef(x, y)[0, 1]


def matrix(columns):
    count = columns.shape[1]
    out = np.array([[pearson(columns[:, i], columns[:, j]) for j in range(count)] for i in range(count)])
    return np.where(np.eye(count, dtype=bool) & ~np.isnan(out), 1, out)


start, stop = answer["recordedSpan"]["startTime"], answer["recordedSpan"]["stopTime"]
trains = answer["spikeTrainStatistics"]
units = trains["unitIds"]
expected = [statistics(unit, start, stop) for unit in units]
for name in ["spikeCounts", "presenceRatio", "allen"]:
    exactly(name, trains[name], [one[name] for one in expected])
for name in ["isiMean", "isiMedian", "cv", "cv2", "localVariation", "revisedLocalVariation", "fanoFactor", "rates"]:
    same(name, trains[name], [one[name] for one in expected])
exactly("violations", trains["isiViolations"]["counts"], [one["violations"] for one in expected])
exactly("histogram", trains["isiHistogram"]["counts"], [one["histogram"] for one in expected])

c = answer["correlograms"]
pairs = list(zip(c["referenceIds"], c["targetIds"]))
assert len(pairs) == len(units) * (len(units) + 1) // 2
counts = np.array([correlogram(spikes(a), spikes(b), 0.001, 25, a == b) for a, b in pairs])
exactly("correlograms", c["counts"], counts)
sizes = np.array([len(spikes(a)) for a, _ in pairs], dtype=float)
target_sizes = np.array([len(spikes(b)) for _, b in pairs], dtype=float)
with np.errstate(all="ignore"):
    hz = counts / (sizes * 0.001)[:, None]
    normalized = hz / (target_sizes / (stop - start))[:, None]
same("hz", c["hz"], np.where(sizes[:, None] > 0, hz, np.nan))
same("normalized", c["normalized"], np.where((sizes * target_sizes)[:, None] > 0, normalized, np.nan))
same("tiling", c["spikeTimeTiling"], [tiling(spikes(a), spikes(b), start, stop, 0.005) for a, b in pairs])

bins = int(np.floor((stop - start) / 0.01 + 1e-9))
binned = [np.histogram(spikes(unit) - start, np.arange(bins + 1) * 0.01)[0].astype(float) for unit in units]


def coefficient(a, b, lags):
    expected = a.sum() * b.sum() / bins
    scale = np.sqrt((a @ a - a.sum() ** 2 / bins) * (b @ b - b.sum() ** 2 / bins))
    products = [a[max(0, -k) : bins - max(0, k)] @ b[max(0, k) : bins - max(0, -k)] for k in lags]
    return (np.array(products) - expected) / scale if scale > 0 else np.full(len(lags), np.nan)


coefficients = [coefficient(binned[i], binned[j], range(-5, 6)) for i in range(len(units)) for j in range(i, len(units))]
same("coefficients", answer["coefficients"]["values"], coefficients)

activity = answer["presentationActivity"]
position = {id: i for i, id in enumerate(activity["presentationIds"])}
starts, stops = np.array(activity["startTimes"]), np.array(activity["stopTimes"])
rates = np.array(
    [(np.searchsorted(s, stops, "right") - np.searchsorted(s, starts, "right")) / (stops - starts) for s in map(spikes, units)]
).T
blank = lambda group: not group["condition"]["parameters"] or (
    "gratings" in group["stimulusName"]
    and not any(p["name"] in ("temporal_frequency", "spatial_frequency") for p in group["condition"]["parameters"])
)
members = [[position[id] for id in group["presentationIds"]] for group in activity["groups"] if not blank(group)]
same("signal", activity["signal"]["values"], matrix(np.array([rates[rows].mean(axis=0) for rows in members])))
scores = np.full(rates.shape, np.nan)
for rows in members:
    if len(rows) < 2:
        continue
    group = rates[rows]
    deviation = np.array([np.std(np.ascontiguousarray(column), ddof=1) for column in group.T])
    mean = np.array([np.mean(np.ascontiguousarray(column)) for column in group.T])
    with np.errstate(all="ignore"):
        scores[rows] = np.where(deviation > 0, (group - mean) / deviation, np.nan)
same("noise", activity["noise"]["values"], matrix(scores), 1e-11)

window = answer["binnedActivity"][0]
first, size = window["start"], window["binSize"]
total = np.array([np.histogram(s[(s >= first) & (s <= window["stop"])] - first, np.arange(window["binCount"] + 1) * size)[0] for s in map(spikes, units)]).T
same("total", window["correlations"]["values"], matrix(total.astype(float)))


def smooth(s, weights, before, after):
    edges = np.arange(-before, window["binCount"] + after + 1) * size
    counts = np.histogram(s - first, edges)[0]
    return np.convolve(counts, weights / weights.sum(), "valid") / size


j = np.arange(-10, 11)
same("gaussian", window["gaussian"]["values"], np.array([smooth(spikes(u), np.exp(-((j * size) ** 2) / (2 * 0.025**2)), 10, 10) for u in units]).T)
j = np.arange(0, 26)
same("exponential", window["exponential"]["values"], np.array([smooth(spikes(u), np.exp(-j * size / 0.05), 25, 0) for u in units]).T)
same("boxcar", window["boxcar"]["values"], np.array([smooth(spikes(u), np.ones(5), 2, 2) for u in units]).T)
sliding = window["sliding"]
begins_at = np.arange(sliding["binCount"]) * 0.0025
exactly("sliding", sliding["counts"], np.array([[np.sum((s - first >= b) & (s - first < b + size)) for b in begins_at] for s in map(spikes, units)]).T)

around = answer["alignedActivity"]
jitter = around["jitterCorrectedCorrelograms"]
T, L, J = 250, 30, 25
edges = np.array(around["edges"])
data = np.array([[np.histogram(s - t, edges)[0] for t in around["startTimes"]] for s in map(spikes, units)], dtype=float)
windows = np.repeat(np.arange(T // J), J)
jittered = np.zeros_like(data)
for u in range(len(units)):
    psth = data[u].mean(axis=0)
    held = data[u].reshape(len(data[u]), -1, J).sum(axis=2)
    mean = held.mean(axis=0)
    with np.errstate(all="ignore"):
        jittered[u] = psth * np.where(mean > 0, held / mean, 0)[:, windows]
corrected = []
for a in range(len(units)):
    for b in range(a + 1, len(units)):
        la, lb = data[a].mean(), data[b].mean()
        row = np.full(2 * L + 1, np.nan)
        if min(la, lb) / 0.001 > 2:
            for k in range(-L, L + 1):
                x, y = slice(max(0, -k), T - max(0, k)), slice(max(0, k), T - max(0, -k))
                product = lambda m: (m[a][:, x] * m[b][:, y]).sum(axis=1).mean()
                row[k + L] = (product(data) - product(jittered)) / ((T - abs(k)) * np.sqrt(la * lb))
        corrected.append(row)
same("jitter", jitter["values"], corrected, 1e-10, 1e-13)
print(" ".join(compared))
