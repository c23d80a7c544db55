import { describe, expect, test } from 'vitest'
import type { TrainRequest } from '../../../src/domain/analyses/trains/train-request.ts'
import { TrainSummarizer } from '../../../src/domain/analyses/trains/train-summarizer.ts'
import { splitTrains } from '../../../src/sessions/splitting/split-trains.ts'

const trains = {
  unitRows: Uint32Array.from({ length: 150 }, (_, row) => row),
  rows: [[{ startTime: 0, stopTime: 50 }], [{ startTime: 10, stopTime: 100 }]],
  observation: null,
}
const requests: TrainRequest[] = [
  { kind: 'isiStatistics', ...trains },
  { kind: 'isiHistograms', edges: Float64Array.of(0, 2, 4, 8), ...trains },
]

function summarize(request: TrainRequest) {
  const summarizer = new TrainSummarizer(request)
  request.unitRows.forEach((unit, column) => {
    summarizer.add(
      column,
      Float64Array.from({ length: 9 }, (_, i) => i * (1 + unit / 16)),
    )
  })
  return summarizer.finish()
}

describe('splitTrains', () => {
  test('divides requests by their units, and puts their columns side by side', async () => {
    const { parts, join } = splitTrains(requests, 2)
    expect(parts.map(([part]) => part.unitRows.length)).toEqual([75, 75])
    expect(await join(parts.map((part) => part.map(summarize)))).toEqual(requests.map(summarize))
  })

  test('leaves whole what is about few or different units', () => {
    const few = { ...requests[0], unitRows: Uint32Array.of(1) } as TrainRequest
    expect(splitTrains([few], 2).parts).toEqual([[few]])
    expect(splitTrains([...requests, few], 2).parts).toEqual([[...requests, few]])
    expect(splitTrains([], 2).parts).toEqual([[]])
  })
})
