import { describe, expect, test } from 'vitest'
import { binCentres, binEdges } from '../../../src/domain/counting/bin-edges.ts'
import { TooManyBinsError } from '../../../src/errors.ts'

describe('binEdges', () => {
  test('are k * binSize - before', () => {
    expect(binEdges({ before: 0.5, after: 0.3, binSize: 0.2 })).toEqual(
      Float64Array.of(-0.5, -0.3, 0.4 - 0.5, 3 * 0.2 - 0.5, 0.8 - 0.5),
    )
  })

  test('begin at the start when before is left out, and may begin behind it', () => {
    expect(binEdges({ after: 2, binSize: 1 })).toEqual(Float64Array.of(0, 1, 2))
    expect(binEdges({ before: -1, after: 3, binSize: 1 })).toEqual(Float64Array.of(1, 2, 3))
  })

  test('leave out a remainder', () => {
    expect(binEdges({ after: 1.05, binSize: 0.5 })).toEqual(Float64Array.of(0, 0.5, 1))
  })

  test('are those given', () => {
    expect(binEdges({ edges: [-1, 0, 5] })).toEqual(Float64Array.of(-1, 0, 5))
  })

  test.each([
    [{}, 'Give after and binSize'],
    [{ after: 1 }, 'Give after and binSize'],
    [{ edges: [0, 1], after: 1 }, 'Give either edges'],
    [{ edges: [0, 1], before: 1 }, 'Give either edges'],
    [{ edges: [0, 1], binSize: 1 }, 'Give either edges'],
    [{ edges: [0, 1], before: 0 }, 'Give either edges'],
    [{ binSize: 1 }, 'Give after and binSize'],
    [{ edges: [0] }, 'edges has 1 entries'],
    [{ edges: [0, 2, 1] }, 'edges must ascend: 1 follows 2'],
    [{ edges: [0, 0] }, 'edges must ascend: 0 follows 0'],
    [{ after: 1, binSize: 0 }, 'binSize is 0'],
    [{ before: -2, after: 1, binSize: 0.1 }, 'it must stop after it starts'],
  ])('%j are refused', (request, message) => {
    expect(() => binEdges(request)).toThrow(message)
  })
})

test('a million bins between given edges are taken, one more is refused', () => {
  const edges = Array.from({ length: 1_000_002 }, (_, i) => i)
  expect(binEdges({ edges: edges.slice(0, -1) })).toHaveLength(1_000_001)
  expect(() => binEdges({ edges })).toThrow(TooManyBinsError)
})

test('binCentres are the middles', () => {
  expect(binCentres(Float64Array.of(-1, 0, 4))).toEqual(Float64Array.of(-0.5, 2))
})
