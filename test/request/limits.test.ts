import { describe, expect, test } from 'vitest'
import { assertFewTimes } from '../../src/request/activity/event-source.ts'
import {
  type LfpSelection,
  spectrumRequest,
  spikeTriggeredRequest,
} from '../../src/request/analyses/lfp.ts'
import { selectedIntervals } from '../../src/request/analyses/selected-intervals.ts'
import { violationRule } from '../../src/request/analyses/train-quality.ts'
import type { RequestContext } from '../../src/request/request-context.ts'
import type { CatalogSession } from '../../src/sessions/session-catalog.ts'
import { execute, oneSession, smallSession } from '../graphql/execute.ts'

test('a hundred thousand times are taken, and one more is refused', () => {
  expect(() => assertFewTimes('times', 100_000)).not.toThrow()
  expect(() => assertFewTimes('times', 100_001)).toThrow(
    'times has 100001 entries; at most 100000 are allowed. Split them into several requests.',
  )
})

describe('intervals', () => {
  const session = {} as CatalogSession
  const context = {} as RequestContext
  const second = { start: 0, stop: 1 }
  const many = (count: number) => new Array<typeof second>(count).fill(second)

  test('are those given, a hundred thousand at most', async () => {
    const taken = await selectedIntervals(session, { within: many(100_000), epochs: null }, context)
    expect(taken).toHaveLength(100_000)
    expect(taken[0]).toEqual({ startTime: 0, stopTime: 1 })
    await expect(
      selectedIntervals(session, { within: many(100_001), epochs: null }, context),
    ).rejects.toThrow('within has 100001 entries; at most 100000 are allowed.')
  })

  test('are given in one way', async () => {
    await expect(
      selectedIntervals(session, { within: [second], epochs: {} }, context),
    ).rejects.toThrow('Give either within or epochs, not both.')
  })
})

describe('windows of LFP', () => {
  const selection = { series: {}, windows: { spans: [] } } as unknown as LfpSelection

  test.each([
    [60, true],
    [1e-3, true],
    [60.001, false],
    [0, false],
    [Number.NaN, false],
  ])('a segment of %d s is taken: %s', (segment, isTaken) => {
    const request = () => spectrumRequest(selection, segment)
    if (isTaken) expect(request()).toMatchObject({ segment })
    else expect(request).toThrow(`segment is ${segment}; it must be above 0 and at most 60 s.`)
  })

  test.each([
    [60, 0, true],
    [0, 60, true],
    [0, 0, true],
    [-0.1, 1, false],
    [1, -0.1, false],
    [60.001, 0, false],
    [0, 60.001, false],
  ])('from %d s before a spike to %d s after it are taken: %s', async (before, after, isTaken) => {
    const context = {
      budget: { chargeCells: () => {} },
      loaders: {
        tables: async () => ({ units: { spikeCounts: [3] } }),
        read: async () => Float64Array.of(1),
      },
    } as unknown as RequestContext
    const request = spikeTriggeredRequest(selection, 0, { before, after }, context)
    if (isTaken) expect(await request).toMatchObject({ before, after })
    else await expect(request).rejects.toThrow('both must lie between 0 and 60 s.')
  })
})

test.each([
  [0.0015, 0, true],
  [0.0015, 0.0014, true],
  [0.0015, 0.0015, false],
  [0.0015, -0.001, false],
])('intervals below %d s and from %d s on can be violations: %s', (threshold, minimum, isRule) => {
  const rule = () => violationRule({ threshold, minimum }, 'ALLENSDK')
  if (isRule) expect(rule()).toEqual({ threshold, minimum, dropsDuplicates: true })
  else expect(rule).toThrow('minimum must be at least 0, and less than threshold.')
  if (isRule) {
    expect(violationRule({ threshold, minimum }, 'SPIKEINTERFACE').dropsDuplicates).toBe(false)
  }
})

describe('objects of the file', async () => {
  const numbers = { dtype: '<f8', holds: 'number', shape: [2], values: [1, 2] } as const
  const texts = { dtype: '|O', holds: 'text', shape: [2], values: ['a', 'b'] } as const
  const { catalog } = await oneSession({ ...smallSession, file: { '/x': numbers, '/t': texts } })

  async function messageOf(path: string, fields = 'name') {
    const { errors } = await execute(
      catalog,
      `query ($path: String!) { session(id: "1") { fileObject(path: $path) { ${fields} } } }`,
      { variables: { path } },
    )
    return errors[0]?.message
  }

  const refused = /characters are followed/
  test.each([
    [`/${'x'.repeat(3999)}`, false],
    [`/${'x'.repeat(4000)}`, true],
    ['/x'.repeat(100), false],
    ['/x'.repeat(101), true],
  ])('a path that is too long is refused (%#)', async (path, isRefused) => {
    const message = await messageOf(path)
    if (isRefused) expect(message).toMatch(refused)
    else expect(message ?? '').not.toMatch(refused)
  })

  test.each([
    [0, true],
    [1, false],
    [500_000, false],
    [500_001, true],
  ])('two texts of %d characters are refused: %s', async (textLength, isRefused) => {
    const message = await messageOf(
      '/t',
      `dataset { values(textLength: ${textLength}) { values } }`,
    )
    if (isRefused) {
      expect(message).toBe(
        `textLength is ${textLength}; for 2 elements it must be from 1 to 500000.`,
      )
    } else expect(message).toBeUndefined()
  })
})
