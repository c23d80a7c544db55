import { describe, expect, test } from 'vitest'
import { RequestFields } from '../../src/addresses/address-field.ts'
import { arrayAddress, assertAddressLength } from '../../src/addresses/array-address.ts'
import type { DatasetRequest } from '../../src/domain/counting/dataset.ts'
import type { BinnedActivityRequest } from '../../src/domain/counting/matrix-request.ts'
import { sdkUnitFilter } from '../../src/domain/defaults.ts'
import type { UnitFilter } from '../../src/domain/units/unit-filter.ts'
import { matrixFields } from '../../src/exports/binned-activity.ts'
import { datasetFields } from '../../src/exports/dataset/dataset-export.ts'

const matrices = new RequestFields(matrixFields)
const datasets = new RequestFields(datasetFields)
const source = { sessionId: '1', fileVersion: 'f00' }
const matrixAddress = (fileName: string, requested: BinnedActivityRequest) =>
  arrayAddress(source, fileName, matrices.write(requested))
const datasetAddress = (requested: DatasetRequest) =>
  arrayAddress(source, 'dataset.npz', datasets.write(requested))
const searchOf = (address: string) => address.split('?')[1] ?? ''

const filter: UnitFilter = {
  ...sdkUnitFilter,
  areas: null,
  ids: null,
  probes: null,
  snrMin: null,
  firingRateMin: null,
  metrics: null,
  columns: null,
}

const request: BinnedActivityRequest = {
  area: 'VISp',
  window: { epochIndex: 3, before: 10, after: 90, binSize: 0.1 },
  units: filter,
}

const requests: [search: string, requested: BinnedActivityRequest][] = [
  ['area=VISp&epoch=3', request],
  ['epoch=3', { ...request, area: null }],
  [
    'area=VISp&epoch=0&before=-0.5&after=end&binSize=0.001',
    { ...request, window: { epochIndex: 0, before: -0.5, after: null, binSize: 0.001 } },
  ],
  [
    'area=VISp&start=74.429348&stop=1e%2B21&binSize=1e-7',
    { ...request, window: { start: 74.429348, stop: 1e21, binSize: 1e-7 } },
  ],
  [
    'area=a%20%26%2Cb&epoch=3&units.amplitudeCutoffMax=none&units.presenceRatioMin=0&units.requireMetrics=false&units.validOnly=false' +
      '&units.inBrainOnly=false&units.areas=x%2Cy,z%3D&units.ids=&units.probes=810&units.snrMin=2.5&units.firingRateMin=0&units.dPrime=..4&units.snr=-1..1e-9',
    {
      ...request,
      area: 'a &,b',
      units: {
        amplitudeCutoffMax: null,
        presenceRatioMin: 0,
        isiViolationsMax: 0.5,
        requireMetrics: false,
        validOnly: false,
        inBrainOnly: false,
        areas: ['x,y', 'z='],
        ids: [],
        probes: ['810'],
        snrMin: 2.5,
        firingRateMin: 0,
        metrics: [
          { metric: 'dPrime', min: null, max: 4 },
          { metric: 'snr', min: -1, max: 1e-9 },
        ],
        columns: null,
      },
    },
  ],
  [
    'epoch=3&units.columns=%22a%3Db%22%3D..7,%22%5C%22q%22%3D%5B%22x%3D..%22%2Ctrue%2C0.5%5D,depth%3D-5..1e-9',
    {
      ...request,
      area: null,
      units: {
        ...filter,
        columns: [
          { column: 'a=b', values: null, min: null, max: 7 },
          { column: '"q', values: ['x=..', true, 0.5], min: null, max: null },
          { column: 'depth', values: null, min: -5, max: 1e-9 },
        ],
      },
    },
  ],
]

describe("a matrix's address", () => {
  test.each(requests)('%s says all of the question, and nothing else', (search, requested) => {
    const address = matrixAddress('binned-activity.npy', requested)
    expect(address).toBe(`/arrays/v1/1/f00/binned-activity.npy?${search}`)
    expect(matrices.read(search)).toEqual(requested)
  })

  test('brings every number back bit by bit', () => {
    const numbers = [0.1 + 0.2, 1 / 3, 5e-324, Number.MAX_VALUE, 123_456_789.123_456_79]
    for (const number of numbers) {
      const window = { start: -number, stop: number, binSize: number }
      const address = matrixAddress('x.npy', { ...request, window })
      expect(matrices.read(searchOf(address)).window).toEqual(window)
    }
  })

  test('is refused when it becomes longer than servers take', () => {
    const ids = Array.from({ length: 800 }, (_, i) => String(950_911_932 + i))
    const address = matrixAddress('x.npy', { ...request, units: { ...filter, ids } })
    expect(() => assertAddressLength(address)).toThrow(
      'The address would be 8050 characters long; 8000 are allowed.',
    )
    expect(() => assertAddressLength('a'.repeat(8001))).toThrow('8001 characters long')
    expect(() => assertAddressLength('a'.repeat(8000))).not.toThrow()
  })
})

const defaults = {
  areas: ['VISp', 'VISl', 'VISrl', 'VISal', 'VISpm', 'VISam'],
  missingAreas: 'empty' as const,
  epochs: {
    indexes: null,
    stimulusNames: null,
    excludeStimulusNames: ['invalid_presentation', 'spontaneous'],
    minDuration: null,
  },
  window: { before: 10, after: 90, binSize: 0.1 },
  span: null,
  units: filter,
}

test("the default dataset's address has no question", () => {
  expect(datasetAddress(defaults)).toBe('/arrays/v1/1/f00/dataset.npz')
  expect(datasets.read('')).toEqual(defaults)
})

test.each([
  [
    { areas: ['VISp', 'VISl', 'VISrl', 'VISal', 'VISpm', 'CA1'] },
    'areas=VISp,VISl,VISrl,VISal,VISpm,CA1',
  ],
  [
    { areas: ['VISl', 'VISp', 'VISrl', 'VISal', 'VISpm', 'VISam'] },
    'areas=VISl,VISp,VISrl,VISal,VISpm,VISam',
  ],
  [
    { epochs: { ...defaults.epochs, excludeStimulusNames: ['flashes', 'gabors'] } },
    'excludeStimulusNames=flashes,gabors',
  ],
])('other lists of the same length are told apart: %j', (part, search) => {
  const requested = { ...defaults, ...part }
  expect(datasetAddress(requested)).toBe(`/arrays/v1/1/f00/dataset.npz?${search}`)
  expect(datasets.read(search)).toEqual(requested)
})

test("a dataset's address says all of the question, but for what is so by default", () => {
  const requested = {
    areas: ['CA1', 'VISp'],
    missingAreas: 'empty' as const,
    epochs: {
      indexes: [0, 2],
      stimulusNames: ['a,b', 'c'],
      excludeStimulusNames: ['d'],
      minDuration: 1.5,
    },
    window: { before: 0, after: null, binSize: 0.5 },
    span: null,
    units: { ...filter, snrMin: 2 },
  }
  const search =
    'areas=CA1,VISp&epochs=0,2&stimulusNames=a%2Cb,c&excludeStimulusNames=d&minDuration=1.5&before=0&after=end&binSize=0.5&units.snrMin=2'
  expect(datasetAddress(requested)).toBe(`/arrays/v1/1/f00/dataset.npz?${search}`)
  expect(datasets.read(search)).toEqual(requested)
})
