import { expect, test } from 'vitest'
import { SpikeCounter } from '../../../src/domain/counting/spike-counter.ts'
import { runPython } from '../../support/python/python.ts'
import { adversarialCase, randomNumbers } from '../adversarial-spikes.ts'

const histograms = `
import sys, json
import numpy as np
for case in json.loads(sys.argv[1]):
    bins, times = case['bins'], np.array(case['spikes'])
    start, stop, size, count = (bins[name] for name in ('start', 'stop', 'size', 'count'))
    inside = times[(times >= start) & (times <= stop)]
    counts, _ = np.histogram(inside - start, size * np.arange(count + 1))
    print(json.dumps(counts.tolist(), separators=(',', ':')))
`

// One argument of a program holds 128 KiB.
test.each([1, 715_093_703, 4_000_000_000])(
  'counts as numpy.histogram does, from seed %d',
  (seed) => {
    const random = randomNumbers(seed)
    const cases = Array.from({ length: 120 }, () => adversarialCase(random))
    const printed = runPython(histograms, [JSON.stringify(cases)])
    const expected = printed.trim().split('\n')
    expect(expected).toHaveLength(120)
    cases.forEach(({ bins, spikes }, i) => {
      const counter = new SpikeCounter(bins, 1)
      counter.add(0, Float64Array.from(spikes))
      const counts = JSON.stringify(Array.from(counter.finish().counts))
      expect(counts, JSON.stringify({ bins, spikes })).toBe(expected[i])
    })
  },
)
