import { expect, test } from 'vitest'
import { medianOf, quantileOf } from '../../../src/domain/numeric/quantiles.ts'
import { runPython } from '../../support/python/python.ts'

test.each([2, 3, 5, 10, 101])(
  'quantiles of %i numbers are those of numpy, to the last bit',
  (n) => {
    const sorted = Float64Array.from({ length: n }, (_, i) => ((i * 7919) % 1009) / 2.0017).sort()
    const expected = JSON.parse(
      runPython(
        `import json, sys, numpy as np
values = ((np.arange(int(sys.argv[1])) * 7919) % 1009) / 2.0017
print(json.dumps([float(np.median(values))] + [float(np.quantile(values, q)) for q in (0.1, 0.25, 0.75, 0.9)]))`,
        [String(n)],
      ),
    )
    expect([
      medianOf(sorted),
      ...[0.1, 0.25, 0.75, 0.9].map((quantile) => quantileOf(sorted, quantile)),
    ]).toEqual(expected)
  },
)
