import { type NpyArray, readNpz } from '../arrays/npz.ts'
import { receive } from './receive.ts'
import { fetchBytes, queryBody, toData } from './send-query.ts'

export const formats = ['json', 'base64', 'npz'] as const

export type Format = (typeof formats)[number]

/** Which part of the notebook's job to request; all by default. */
export interface Part {
  readonly areas?: readonly string[]
  /** indexes of epochs */
  readonly epochs?: readonly number[]
  /** seconds */
  readonly binSize?: number
}

export const notebookAreas = ['V1', 'LM', 'RL', 'AL', 'PM', 'AM']

/** A matrix of a response; shape [bins, units]. */
export interface ReceivedMatrix {
  readonly acronym: string
  readonly shape: readonly number[]
  readonly cells: ArrayLike<number>
}

const FIELDS = { json: 'counts', base64: 'data { dtype bytes }' }

const matricesQuery = (field: string) => `
  query Notebook($id: ID!, $areas: [String!]!, $epochs: EpochFilter!, $binSize: Float!) {
    session(id: $id) {
      stimulusEpochs(where: $epochs) {
        binnedActivity(areas: $areas, before: 10, after: 90, binSize: $binSize) {
          area { acronym } unitIds shape ${field}
        }
      }
    }
  }`

const datasetQuery = `
  query Dataset($id: ID!, $areas: [String!]!, $epochs: EpochFilter!, $binSize: Float!) {
    session(id: $id) {
      dataset(areas: $areas, epochs: $epochs, before: 10, after: 90, binSize: $binSize) { href(format: NPZ) }
    }
  }`

/** Ask a server for the notebook's matrices, to the last byte; nothing is decoded. */
export async function requestNotebook(
  server: string,
  id: string,
  format: Format,
  part: Part = {},
): Promise<Buffer> {
  const variables = {
    id,
    areas: part.areas ?? notebookAreas,
    epochs: {
      excludeStimulusNames: ['spontaneous', 'invalid_presentation'],
      ...(part.epochs && { indexes: part.epochs }),
    },
    binSize: part.binSize ?? 0.1,
  }
  const text = format === 'npz' ? datasetQuery : matricesQuery(FIELDS[format])
  const response = await fetchBytes(`${server}/graphql`, queryBody(text, variables))
  if (format !== 'npz') return response
  const { session } = toData<{ session: { dataset: { href: string } } }>(response)
  return receive(`${server}${session.dataset.href}`)
}

interface MatricesResponse {
  readonly session: {
    readonly stimulusEpochs: readonly {
      readonly binnedActivity: readonly {
        readonly area: { readonly acronym: string }
        readonly shape: readonly number[]
        readonly counts?: readonly (readonly number[])[]
        readonly data?: { readonly dtype: keyof typeof cellTypes; readonly bytes: string }
      }[]
    }[]
  }
}

const cellTypes = { uint8: Uint8Array, uint16: Uint16Array, uint32: Uint32Array }

/** All matrices of a response, epoch by epoch. */
export function decodeNotebook(bytes: Buffer, format: Format): ReceivedMatrix[] {
  if (format === 'npz') return decodeDataset(readNpz(bytes))
  const { session } = toData<MatricesResponse>(bytes)
  return session.stimulusEpochs.flatMap(({ binnedActivity }) =>
    binnedActivity.map(({ area, shape, counts, data }) => ({
      acronym: area.acronym,
      shape,
      cells: data ? cellsOf(data) : (counts ?? []).flat(),
    })),
  )
}

function cellsOf({ dtype, bytes }: { dtype: keyof typeof cellTypes; bytes: string }) {
  const buffer = new Uint8Array(Buffer.from(bytes, 'base64'))
  return new cellTypes[dtype](buffer.buffer)
}

function decodeDataset(arrays: Map<string, NpyArray>): ReceivedMatrix[] {
  return [...arrays].flatMap(([name, { shape, data }]) => {
    const [, epoch, acronym] = /^(\d+)__(.+)$/.exec(name) ?? []
    return epoch === undefined || acronym === undefined ? [] : [{ acronym, shape, cells: data }]
  })
}
