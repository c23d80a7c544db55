import { describe, expect, test } from 'vitest'
import type { MemorySessionOptions } from '../../../support/memory/memory-session.ts'
import { execute, oneSession } from '../../execute.ts'

/**
 * LFP of three channels at 10 Hz from 0 to 1.9 s: sample i is i, 2i and i² V. Two flashes of each
 * colour; 1.5 to 1.6 s are invalid.
 */
const session: MemorySessionOptions = {
  units: [{ id: 11, area: 'VISp', spikes: [0.31, 0.72, 1.52, 5] }],
  presentations: [flash(0.2, 1), flash(0.5, -1), flash(0.8, 1), flash(1.4, -1)],
  invalidTimes: [{ startTime: 1.45, stopTime: 1.62, tags: ['probeA'] }],
  series: [
    {
      name: 'lfp',
      probeId: '100',
      times: Array.from({ length: 20 }, (_, i) => i / 10),
      columns: { values: Array.from({ length: 20 }, (_, i) => [i, 2 * i, i * i]).flat() },
      channelIds: [850, 851, 852],
    },
  ],
}

function flash(startTime: number, color: number) {
  return { stimulusName: 'flashes', startTime, stopTime: startTime + 0.2, parameters: { color } }
}

async function sendQuery(body: string, { maxCells = 1e6 } = {}) {
  const { catalog, reader } = await oneSession(session)
  const response = await execute(catalog, `{ session(id: "1") { probes { ${body} } } }`, {
    maxCells,
  })
  return { ...response, reader }
}

async function probe(body: string) {
  const { data, errors } = await sendQuery(body)
  expect(errors).toEqual([])
  return data.session.probes[0]
}

const channels = 'channelIds: ["850", "851", "852"]'
const bins = 'before: 0.05, after: 0.15, binSize: 0.1'

describe('LFP around presentations', () => {
  test('is the mean of the samples in each bin, masked ones left out', async () => {
    const { alignedLfp } = await probe(`alignedLfp(${channels}, ${bins}) {
      presentationIds startTimes channelIds edges binCentres shape values data { dtype shape }
    }`)
    expect(alignedLfp).toMatchObject({
      presentationIds: ['0', '1', '2', '3'],
      startTimes: [0.2, 0.5, 0.8, 1.4],
      channelIds: ['850', '851', '852'],
      shape: [4, 2, 3],
      // Samples 2 and 3, 5 and 6, 8 and 9, 14 and 15; the last is masked.
      values: [
        [
          [2, 4, 4],
          [3, 6, 9],
        ],
        [
          [5, 10, 25],
          [6, 12, 36],
        ],
        [
          [8, 16, 64],
          [9, 18, 81],
        ],
        [
          [14, 28, 196],
          [null, null, null],
        ],
      ],
      data: { dtype: 'float64', shape: [4, 2, 3] },
    })
  })

  test('is averaged over groups, with the current source density of the mean', async () => {
    const { alignedLfp } = await probe(`alignedLfp(${channels}, ${bins}) {
      groups(by: PARAMETERS, parameters: ["color"]) {
        stimulusName parameters { value } presentationCount presentationIds
        average {
          shape eventCounts mean standardDeviation standardError
          data(statistic: STANDARD_ERROR) { shape }
          currentSourceDensity(spacing: 2e6) scaled: currentSourceDensity(spacing: 2e6, conductivity: 0.3)
        }
      }
    }`)
    const [white, black] = alignedLfp.groups
    expect(white).toMatchObject({
      stimulusName: 'flashes',
      parameters: [{ value: 1 }],
      presentationCount: 2,
      presentationIds: ['0', '2'],
      average: {
        shape: [2, 3],
        eventCounts: [
          [2, 2, 2],
          [2, 2, 2],
        ],
        mean: [
          [5, 10, 34],
          [6, 12, 45],
        ],
        data: { shape: [2, 3] },
        // Channels 2 m apart
        currentSourceDensity: [
          [null, -(5 - 20 + 34) / 4, null],
          [null, -(6 - 24 + 45) / 4, null],
        ],
        scaled: [
          [null, (-(5 - 20 + 34) / 4) * 0.3, null],
          [null, (-(6 - 24 + 45) / 4) * 0.3, null],
        ],
      },
    })
    const deviation = Math.sqrt(18)
    expect(white.average.standardDeviation[0][0]).toBeCloseTo(deviation, 14)
    expect(white.average.standardError[0][0]).toBeCloseTo(deviation / Math.SQRT2, 14)
    expect(black.average).toMatchObject({
      eventCounts: [
        [2, 2, 2],
        [1, 1, 1],
      ],
      standardError: [
        [expect.any(Number), expect.any(Number), expect.any(Number)],
        [null, null, null],
      ],
    })
  })

  test('can be had with its masked samples', async () => {
    const { alignedLfp } = await probe(
      `alignedLfp(channelIds: ["850"], presentations: { ids: ["3"] }, ${bins}, maskInvalidIntervals: false) { values }`,
    )
    expect(alignedLfp.values).toEqual([[[14], [15]]])
  })

  test('of no presentation has no values', async () => {
    const { alignedLfp } = await probe(
      `alignedLfp(${channels}, presentations: { start: 9 }, ${bins}) { shape values groups { presentationCount } }`,
    )
    expect(alignedLfp).toEqual({ shape: [0, 2, 3], values: [], groups: [] })
  })
})

test('LFP around events is in the order of their source, and averaged over all', async () => {
  const { eventLfp } =
    await probe(`eventLfp(channelIds: ["850"], events: { times: [0.8, 0.2, null] }, ${bins}) {
    sourceIndexes startTimes values average { mean eventCounts }
  }`)
  expect(eventLfp).toEqual({
    sourceIndexes: [0, 1],
    startTimes: [0.8, 0.2],
    values: [
      [[8], [9]],
      [[2], [3]],
    ],
    average: { mean: [[5], [6]], eventCounts: [[2], [2]] },
  })
})

test('LFP around spikes is over those whose window is whole and not masked', async () => {
  const { spikeTriggeredLfp } = await probe(
    `spikeTriggeredLfp(channelIds: ["850", "852"], unitIds: ["11"], before: 0.1, after: 0.2) {
       unit { unitId } channelIds spikeCount usedSpikeCount shape times mean data { shape }
     }`,
  )
  // 0.31 and 0.72 are nearest to samples 3 and 7.
  expect(spikeTriggeredLfp).toMatchObject([
    {
      unit: { unitId: '11' },
      channelIds: ['850', '852'],
      spikeCount: 4,
      usedSpikeCount: 2,
      shape: [4, 2],
      mean: [
        [4, (4 + 36) / 2],
        [5, (9 + 49) / 2],
        [6, (16 + 64) / 2],
        [7, (25 + 81) / 2],
      ],
      data: { shape: [4, 2] },
    },
  ])
  expect(spikeTriggeredLfp[0].times[0]).toBeCloseTo(-0.1, 12)
})

test('the spectrum leaves masked segments out', async () => {
  const { lfpSpectrum } = await probe(
    `lfpSpectrum(channelIds: ["850"], segment: 0.4) { channelIds frequencies segmentCounts shape power }`,
  )
  // Segments of 4 samples begin at 0, 2, … 16; samples 15 and 16 are masked.
  expect(lfpSpectrum).toMatchObject({ channelIds: ['850'], segmentCounts: [6], shape: [3, 1] })
  expect(lfpSpectrum.frequencies[2]).toBeCloseTo(5, 12)
  // -1.5, -0.5, 0.5, 1.5 times 0, 0.5, 1, 0.5: 0, -0.25, 0.5, 0.75; scale 1 / (10 * 1.5)
  expect(lfpSpectrum.power[0][0]).toBeCloseTo(1 / 15, 12)
  expect(lfpSpectrum.power[1][0]).toBeCloseTo((2 * (0.5 ** 2 + 1)) / 15, 12)
})

describe('refused are', () => {
  test.each([
    ['alignedLfp(channelIds: [], after: 1, binSize: 1) { shape }', 'INVALID_ARGUMENT'],
    ['alignedLfp(channelIds: ["1"], after: 1, binSize: 1) { shape }', 'CHANNEL_NOT_FOUND'],
    [`alignedLfp(${channels}) { shape }`, 'INVALID_ARGUMENT'],
    [
      `alignedLfp(${channels}, ${bins}) { groups { average { currentSourceDensity } } }`,
      'INVALID_ARGUMENT',
    ],
    [
      `alignedLfp(${channels}, ${bins}) { groups { average { currentSourceDensity(spacing: 0) } } }`,
      'INVALID_ARGUMENT',
    ],
    [`spikeTriggeredLfp(${channels}, unitIds: ["9"]) { times }`, 'UNIT_NOT_FOUND'],
    [`spikeTriggeredLfp(${channels}, unitIds: ["11"], before: -1) { times }`, 'INVALID_ARGUMENT'],
    [`lfpSpectrum(${channels}, segment: 0) { power }`, 'INVALID_ARGUMENT'],
  ])('%s with %s', async (body, code) => {
    const { errors } = await sendQuery(body)
    expect(errors[0]).toMatchObject({ extensions: { code } })
  })

  test.each([
    ['alignedSamples', `alignedLfp(${channels}, ${bins}) { values }`],
    ['sampleStatistics', `alignedLfp(${channels}, ${bins}) { groups { average { mean } } }`],
    ['sampleSpectra', `lfpSpectrum(${channels}) { power }`],
  ])('too many cells, before %s are read', async (name, body) => {
    const { errors, reader } = await sendQuery(body, { maxCells: 20 })
    expect(errors[0]).toMatchObject({ extensions: { code: 'TOO_MANY_CELLS' } })
    expect(reader.requested[name]).toBe(0)
  })
})

describe('the distance of channels that is not given', () => {
  /** Electrodes 1011 to 1014 lie 20 µm apart; their LFP is i, 2i, i² and 0 V. */
  const placed: MemorySessionOptions = {
    ...session,
    units: [11, 12, 13, 14].map((id) => ({ id, area: 'VISp', spikes: [] })),
    invalidTimes: [],
    series: [
      {
        name: 'lfp',
        probeId: '100',
        times: Array.from({ length: 20 }, (_, i) => i / 10),
        columns: { values: Array.from({ length: 20 }, (_, i) => [i, 2 * i, i * i, 0]).flat() },
        channelIds: [1011, 1012, 1013, 1014],
      },
    ],
  }

  async function density(ids: readonly string[]) {
    const { catalog } = await oneSession(placed)
    const around = `alignedLfp(channelIds: ${JSON.stringify(ids)}, ${bins})`
    const { data, errors } = await execute(
      catalog,
      `{ session(id: "1") { probes { ${around} { groups(by: ALL) { average { currentSourceDensity } } } } } }`,
    )
    if (errors.length > 0) return errors[0].message
    return data.session.probes[0].alignedLfp.groups[0].average.currentSourceDensity
  }

  test('is that of their positions', async () => {
    // Samples 2, 5, 8 and 14 are averaged: 7.25, 14.5 and 72.25, whose curvature is 50.5.
    const [[, inner]] = await density(['1011', '1012', '1013'])
    expect(inner / (50.5 / 20e-6 ** 2)).toBeCloseTo(-1, 12)
    // Every other one: 7.25, 72.25, and no third.
    expect(await density(['1011', '1013'])).toEqual([
      [null, null],
      [null, null],
    ])
  })

  test.each([
    ['far apart in different ways', ['1011', '1012', '1014']],
    ['one alone', ['1012']],
  ])('is not known of channels %s', async (_, ids) => {
    expect(await density(ids)).toMatch(/^The channels are not equally far apart/)
  })
})
