import { describe, expect, test } from 'vitest'
import { CorrelogramCounter } from '../../../src/domain/analyses/correlograms/correlogram-counter.ts'
import {
  type CorrelogramRequest,
  spansOfCorrelograms,
} from '../../../src/domain/analyses/correlograms/correlogram-request.ts'
import { HeldSpikes } from '../../../src/domain/analyses/correlograms/held-spikes.ts'
import { splitCorrelograms } from '../../../src/sessions/splitting/split-correlograms.ts'

const request: CorrelogramRequest = {
  unitRows: Uint32Array.from({ length: 9 }, (_, row) => row),
  pairing: { kind: 'within', pairs: 'all' },
  bins: { binSize: 0.25, lagCount: 4 },
  intervals: [
    { startTime: 0, stopTime: 10 },
    { startTime: 20, stopTime: 30 },
  ],
  isBinned: false,
  share: null,
}

/** Each reads no more than the spans that it wants. */
function count(part: CorrelogramRequest) {
  const counter = new CorrelogramCounter(part, () => {}, new HeldSpikes())
  const spans = spansOfCorrelograms(part)
  for (const unit of part.unitRows) {
    const times = Float64Array.from({ length: 400 }, (_, i) => ((i * (unit + 3)) % 401) / 12).sort()
    counter.add(
      unit,
      times.filter((time) => spans.some((span) => span.startTime <= time && time <= span.stopTime)),
    )
  }
  return counter.finish()
}

describe('splitCorrelograms', () => {
  test('divides the time, and adds up to the whole', async () => {
    for (const threads of [2, 3, 5]) {
      const { parts, join } = splitCorrelograms([request], threads)
      expect(parts).toHaveLength(threads)
      expect(await join(parts.map((part) => part.map(count)))).toEqual([count(request)])
    }
  })

  test('cuts within intervals by their length, wherever they lie', () => {
    const { parts } = splitCorrelograms([request], 4)
    expect(parts.map(([part]) => part.share?.startTime)).toEqual([-Infinity, 5, 10, 25])
    expect(parts.map(([part]) => part.share?.stopTime)).toEqual([5, 10, 25, Infinity])
  })

  test('reads what lies within a share, and as far around it as lags reach', () => {
    // Five bins of 0.25 s.
    const share = { startTime: 5, stopTime: 21 }
    expect(spansOfCorrelograms({ ...request, share })).toEqual([
      { startTime: 3.75, stopTime: 10 },
      { startTime: 20, stopTime: 22.25 },
    ])
    const early = { startTime: -Infinity, stopTime: 5 }
    expect(spansOfCorrelograms({ ...request, share: early })).toEqual([
      { startTime: 0, stopTime: 6.25 },
    ])
  })

  test('leaves whole what is small, binned, one of several, or has but one thread', () => {
    const few = { ...request, unitRows: request.unitRows.slice(0, 7) }
    expect(splitCorrelograms([few], 2).parts).toEqual([[few]])
    const enough = { ...request, unitRows: request.unitRows.slice(0, 8) }
    expect(splitCorrelograms([enough], 2).parts).toHaveLength(2)
    expect(splitCorrelograms([{ ...request, isBinned: true }], 2).parts).toHaveLength(1)
    expect(splitCorrelograms([request, few], 2).parts).toEqual([[request, few]])
    expect(splitCorrelograms([request], 1).parts).toEqual([[request]])
  })
})
