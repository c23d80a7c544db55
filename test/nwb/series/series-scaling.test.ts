import { expect, test } from 'vitest'
import { scaleSamples } from '../../../src/nwb/series/series-scaling.ts'

const plain = { conversion: 1, gains: null, offset: 0, factor: 1 }

test.each([
  [{}, [1, 2, 3, 4]],
  [{ conversion: 10 }, [10, 20, 30, 40]],
  [{ offset: 5 }, [6, 7, 8, 9]],
  [{ factor: 0.5 }, [0.5, 1, 1.5, 2]],
  [{ gains: Float64Array.of(7, 2, 3) }, [2, 6, 6, 12]],
  [
    { conversion: 10, gains: Float64Array.of(7, 2, Number.NaN), offset: 5, factor: 2 },
    [50, Number.NaN, 130, Number.NaN],
  ],
])('samples of the channels 1 and 2 are scaled by %o', (scaling, expected) => {
  const samples = Float64Array.of(1, 2, 3, 4)
  scaleSamples(samples, [1, 2], { ...plain, ...scaling })
  expect([...samples]).toEqual(expected)
})
