import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { OwnThread } from '../../../../src/readers/inline-reader.ts'
import { goldenSessionFile } from '../../../support/golden/golden-folder.ts'
import { memoryCatalog } from '../../../support/memory/memory-session.ts'
import { runPython } from '../../../support/python/python.ts'
import { execute } from '../../execute.ts'

const path = goldenSessionFile('715093703')
const lfpFile = join(dirname(path), 'probe_1580382678_lfp.nwb')

async function sendSessionQuery(body: string) {
  const catalog = await memoryCatalog(new OwnThread().reader(path))
  const { data, errors } = await execute(catalog, `{ session(id: "715093703") { ${body} } }`)
  expect(errors).toEqual([])
  return data.session
}

const sendQuery = async (body: string) => (await sendSessionQuery(`probes { ${body} }`)).probes

/** What is at hand in numpy: times, samples, and the ids of channels. */
const prelude = `import json, h5py, numpy as np, sys
file = h5py.File(sys.argv[1], 'r')
series = file['acquisition/probe_1580382678_lfp/probe_1580382678_lfp_data']
t, v = series['timestamps'][:], series['data'][:].astype(float)
`

const numpy = (program: string, ...args: string[]) =>
  JSON.parse(runPython(`${prelude}${program}`, [lfpFile, ...args]))

interface LfpProbe {
  readonly lfp: { readonly channelIds: string[] } | null
}

/** All channels of the only probe with an LFP. */
async function channels(): Promise<{ readonly position: number; readonly ids: string }> {
  const probes: LfpProbe[] = await sendQuery('lfp { channelIds }')
  const position = probes.findIndex(({ lfp }) => lfp !== null)
  return { position, ids: JSON.stringify(probes[position]?.lfp?.channelIds) }
}

/** But for the order of additions. */
const near = (values: number[][]) =>
  values.map((row) => row.map((value) => expect.closeTo(value, 15)))

test('LFP around events is numpy’s mean of the samples in each bin', async () => {
  const { position, ids } = await channels()
  const probes =
    await sendQuery(`eventLfp(channelIds: ${ids}, events: { times: [20.1, 20.15, 20.2] },
    before: 0.05, after: 0.1, binSize: 0.01) { values average { mean standardError } }`)
  const { values, average } = probes[position].eventLfp
  const expected = numpy(`edges = np.arange(16) * 0.01 - 0.05
events = []
for start in (20.1, 20.15, 20.2):
    d = t - start
    events.append([v[(d >= a) & (d < b)].mean(axis=0) for a, b in zip(edges, edges[1:])])
events = np.array(events)
print(json.dumps([events.tolist(), events.mean(axis=0).tolist(),
                  (events.std(axis=0, ddof=1) / np.sqrt(3)).tolist()]))`)
  expect(values).toEqual(expected[0].map(near))
  expect(average.mean).toEqual(near(expected[1]))
  expect(average.standardError).toEqual(near(expected[2]))
})

test('LFP around spikes is numpy’s mean of the windows around the nearest samples', async () => {
  const { position, ids } = await channels()
  const { units: busiest } = await sendSessionQuery(
    `units(first: 3, orderBy: { by: SPIKE_COUNT, direction: DESC }) {
       nodes { unitId spikeTimes(start: 20, stop: 20.3192) }
     }`,
  )
  const units = busiest.nodes
  const unitIds = JSON.stringify(units.map(({ unitId }: { unitId: string }) => unitId))
  const probes = await sendQuery(`spikeTriggeredLfp(channelIds: ${ids}, unitIds: ${unitIds},
    before: 0.02, after: 0.04) { usedSpikeCount times mean }`)
  const received = probes[position].spikeTriggeredLfp
  const expected = numpy(
    `found = []
for spikes in json.loads(sys.argv[2]):
    windows = []
    for s in spikes:
        n = int(np.argmin(np.abs(t - s)))
        if n - 25 >= 0 and n + 50 < len(t):
            windows.append(v[n - 25 : n + 51])
    mean = np.mean(windows, axis=0).tolist() if windows else None
    found.append([len(windows), mean])
print(json.dumps(found))`,
    JSON.stringify(units.map(({ spikeTimes }: { spikeTimes: number[] }) => spikeTimes)),
  )
  expect(received.map(({ usedSpikeCount }: { usedSpikeCount: number }) => usedSpikeCount)).toEqual(
    expected.map(([count]: [number]) => count),
  )
  expected.forEach(([, mean]: [number, number[][] | null], unit: number) => {
    expect(received[unit].times).toHaveLength(76)
    if (mean) expect(received[unit].mean).toEqual(near(mean))
  })
})

test('the spectrum is that of scipy.signal.welch, written in numpy', async () => {
  const { position, ids } = await channels()
  const probes = await sendQuery(
    `lfpSpectrum(channelIds: ${ids}, segment: 0.08) { frequencies segmentCounts power }`,
  )
  const { frequencies, segmentCounts, power } = probes[position].lfpSpectrum
  const expected = numpy(`n, fs = 100, (len(t) - 1) / (t[-1] - t[0])
window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(n) / n)
parts = [v[i : i + n] for i in range(0, len(v) - n + 1, n // 2)]
power = np.mean([np.abs(np.fft.rfft((p - p.mean(axis=0)) * window[:, None], axis=0)) ** 2
                 for p in parts], axis=0) / (fs * (window**2).sum())
power[1:-1] *= 2
print(json.dumps([(np.arange(n // 2 + 1) * fs / n).tolist(), len(parts), (power * 1e12).tolist()]))`)
  expect(frequencies).toEqual(expected[0].map((value: number) => expect.closeTo(value, 8)))
  expect(segmentCounts.every((count: number) => count === expected[1])).toBe(true)
  for (const [k, row] of power.entries()) {
    for (const [channel, value] of row.entries()) {
      const wanted = expected[2][k][channel] / 1e12
      expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-11 * Math.abs(wanted) + 1e-26)
    }
  }
})
