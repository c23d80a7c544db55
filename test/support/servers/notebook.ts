import { expect } from 'vitest'
import { fingerprint, type GoldenMatrix, goldenMatrices } from '../golden/golden-answers.ts'
import type { QueriedServer } from './served-folder.ts'

const areas = ['V1', 'LM', 'RL', 'AL', 'PM', 'AM']

interface ResponseData {
  readonly session: {
    readonly stimulusEpochs: readonly {
      readonly index: number
      readonly stimulusName: string
      readonly binnedActivity: readonly {
        readonly area: { readonly acronym: string }
        readonly unitIds: readonly string[]
        readonly shape: readonly number[]
        readonly spikeCount: number
        readonly counts: readonly (readonly number[])[]
        readonly data: { readonly dtype: string; readonly bytes: string }
      }[]
    }[]
  }
}

type Matrix = ResponseData['session']['stimulusEpochs'][number]['binnedActivity'][number]

/**
 * Ask the notebook's query over HTTP and compare every matrix with the AllenSDK's, cell by
 * cell through its fingerprint.
 */
export async function expectNotebook(
  served: QueriedServer,
  id: string,
  form: 'counts' | 'data',
  goldenId = id,
): Promise<void> {
  const field = form === 'counts' ? 'counts' : 'data(dtype: UINT16) { dtype bytes }'
  const { session } = await served.data<ResponseData>(
    `query Notebook($id: ID!, $areas: [String!]) {
       session(id: $id) {
         stimulusEpochs(where: { excludeStimulusNames: ["spontaneous", "invalid_presentation"] }) {
           index stimulusName
           binnedActivity(areas: $areas, before: 10, after: 90, binSize: 0.1) {
             area { acronym } unitIds shape spikeCount ${field}
           }
         }
       }
     }`,
    { id, areas },
  )
  const cellsOf = form === 'counts' ? cellsOfRows : cellsOfBytes
  const received = session.stimulusEpochs.flatMap(({ index, stimulusName, binnedActivity }) =>
    binnedActivity.map((matrix) => ({
      epoch_row: index,
      stimulus_name: stimulusName,
      area: matrix.area.acronym,
      unit_ids: matrix.unitIds.map(Number),
      shape: matrix.shape,
      total: matrix.spikeCount,
      sha256_u16_c_order: fingerprint(cellsOf(matrix)),
    })),
  )
  expect(received).toEqual(goldenMatrices(goldenId).map(comparedPart))
}

function cellsOfRows({ counts, shape: [bins, units] }: Matrix): number[] {
  expect(counts.length).toBe(bins)
  expect(counts.every((row) => row.length === units)).toBe(true)
  return counts.flat()
}

function cellsOfBytes({ data }: Matrix): Uint16Array {
  expect(data.dtype).toBe('uint16')
  const bytes = Buffer.from(data.bytes, 'base64')
  return new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
}

function comparedPart(matrix: GoldenMatrix) {
  const { epoch_row, stimulus_name, area, unit_ids, shape, total, sha256_u16_c_order } = matrix
  return { epoch_row, stimulus_name, area, unit_ids, shape, total, sha256_u16_c_order }
}
