import { describe, expect, test } from 'vitest'
import { AlignedCounter } from '../../../src/domain/alignment/aligned-counter.ts'
import { meanAndDeviation } from '../../../src/domain/numeric/numpy-sum.ts'
import { runPython } from '../../support/python/python.ts'

/** Times that lie on edges, or a rounding next to them. */
function adversarial() {
  const startTimes = Float64Array.from({ length: 40 }, (_, i) => 3.1 * i + 0.1 * (i % 7))
  const edges = Float64Array.from({ length: 26 }, (_, edge) => edge * 0.1 - 0.5)
  const times: number[] = []
  for (const start of startTimes) {
    for (const edge of edges) {
      const time = start + edge
      times.push(time, time * (1 + Number.EPSILON), time * (1 - Number.EPSILON / 2))
    }
  }
  return { startTimes, edges, spikeTimes: Float64Array.from(times).sort() }
}

const json = (numbers: ArrayLike<number>) => JSON.stringify(Array.from(numbers))

describe('counts around presentations', () => {
  const { startTimes, edges, spikeTimes } = adversarial()
  const counts = (edgeRule: 'numpy' | 'allenSdk') => {
    const counter = new AlignedCounter({ kind: 'edges', startTimes, edges, edgeRule }, 1)
    counter.add(0, spikeTimes)
    return [...counter.finish().counts]
  }
  const python = (body: string) =>
    JSON.parse(
      runPython(
        `import json, sys, numpy as np
spikes, starts, edges = [np.array(json.loads(text)) for text in sys.argv[1:]]
${body}
print(json.dumps([int(n) for n in counts]))`,
        [json(spikeTimes), json(startTimes), json(edges)],
      ),
    )

  test('NUMPY is numpy.histogram of the differences', () => {
    expect(counts('numpy')).toEqual(
      python('counts = np.concatenate([np.histogram(spikes - s, edges)[0] for s in starts])'),
    )
  })

  test("ALLENSDK is the AllenSDK's pair of searches on shifted edges", () => {
    expect(counts('allenSdk')).toEqual(
      python(`domain = edges[None, :] + starts[:, None]
counts = (np.searchsorted(spikes, domain[:, 1:].ravel(), side='right')
          - np.searchsorted(spikes, domain[:, :-1].ravel()))`),
    )
  })
})

test.each([1, 2, 7, 8, 9, 127, 128, 129, 1000, 12_345])(
  'mean and deviation of %i numbers are those of numpy, to the last bit',
  (count) => {
    const values = Float64Array.from({ length: count }, (_, i) => ((i * 7919) % 1009) / 2.0017)
    const { mean, standardDeviation } = meanAndDeviation(values, new Float64Array(count))
    const [numpyMean, numpyDeviation] = JSON.parse(
      runPython(
        `import json, sys, numpy as np
np.seterr(all='ignore')
import warnings; warnings.simplefilter('ignore')
values = ((np.arange(int(sys.argv[1])) * 7919) % 1009) / 2.0017
print(json.dumps([float(np.mean(values)), float(np.std(values, ddof=1))]).replace('NaN', 'null'))`,
        [String(count)],
      ),
    )
    expect(mean).toBe(numpyMean)
    expect(standardDeviation).toBe(numpyDeviation ?? Number.NaN)
  },
)
