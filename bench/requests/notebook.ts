import { type NpyArray, readNpz } from '../arrays/npz.ts'
import { receive } from './receive.ts'
import { fetchBytes, queryBody, toData } from './send-query.ts'

export const formats = ['json', 'base64', 'npz'] as const

export type Format = (typeof formats)[number]

/** Which part of the notebook's job is asked; all where nothing is given. */
export interface Part {
  readonly areas?: readonly string[]
  /** indexes of epochs */
  readonly epochs?: readonly number[]
  /** seconds */
  readonly binSize?: number
}

export const notebookAreas = ['V1', 'LM', 'RL', 'AL', 'PM', 'AM']

/** A matrix of an answer; shape [bins, units]. */
export interface AnsweredMatrix {
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
export async function askNotebook(
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
  const answer = await fetchBytes(`${server}/graphql`, queryBody(text, variables))
  if (format !== 'npz') return answer
  const { session } = toData<{ session: { dataset: { href: string } } }>(answer)
  return receive(`${server}${session.dataset.href}`)
}

interface MatricesAnswer {
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

/** All matrices of an answer, epoch by epoch. */
export function decodeNotebook(bytes: Buffer, format: Format): AnsweredMatrix[] {
  if (format === 'npz') return decodeDataset(readNpz(bytes))
  const { session } = toData<MatricesAnswer>(bytes)
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

function decodeDataset(arrays: Map<string, NpyArray>): AnsweredMatrix[] {
  return [...arrays].flatMap(([name, { shape, data }]) => {
    const [, epoch, acronym] = /^(\d+)__(.+)$/.exec(name) ?? []
    return epoch === undefined || acronym === undefined ? [] : [{ acronym, shape, cells: data }]
  })
}
