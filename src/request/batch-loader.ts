import DataLoader from 'dataloader'
import { type Named, valueNamed } from '../domain/named.ts'
import { RecordingError } from '../errors.ts'
import {
  type BatchName,
  type BatchRequest,
  type BatchResponse,
  type BatchResponses,
  batchRules,
} from '../sessions/session-requests.ts'

/** Reads one batch of a session. */
export type ReadBatch = <Name extends BatchName>(
  name: Name,
  requests: readonly BatchRequest<Name>[],
) => Promise<BatchResponse<Name>[]>

interface Wanted {
  readonly name: BatchName
  readonly request: BatchRequest<BatchName>
  /** equal for equal requests */
  readonly key: unknown
}

type Loaded = Named<BatchResponses>

/**
 * Gathers what a GraphQL request needs of one session: requests of one kind become one batch, and
 * equal ones are read once.
 */
export class BatchLoader {
  readonly #read: ReadBatch
  readonly #lookups: DataLoader<Wanted, Loaded, unknown>
  readonly #others: DataLoader<Wanted, Loaded, unknown>

  /** @param whenSettled runs something when no look-up of the GraphQL request is running */
  constructor(read: ReadBatch, whenSettled: (dispatch: () => void) => void) {
    this.#read = read
    const readAll = (wanted: readonly Wanted[]) => this.#readAll(wanted)
    this.#lookups = new DataLoader(readAll, { cacheKeyFn })
    this.#others = new DataLoader(readAll, { cacheKeyFn, batchScheduleFn: whenSettled })
  }

  async load<Name extends BatchName>(
    name: Name,
    request: BatchRequest<Name>,
  ): Promise<BatchResponse<Name>> {
    const { keyOf, isLookup } = batchRules[name]
    const loader = isLookup ? this.#lookups : this.#others
    return valueNamed(await loader.load({ name, request, key: keyOf(request) }), name)
  }

  /** One batch per kind, all kinds at once. */
  async #readAll(wanted: readonly Wanted[]): Promise<(Loaded | Error)[]> {
    const loaded = new Array<Loaded | Error>(wanted.length)
    const readKind = async (name: BatchName) => {
      const positions = [...wanted.keys()].filter((position) => wanted[position].name === name)
      const requests = positions.map((position) => wanted[position].request)
      const responses = await this.#readKind(name, requests)
      for (const [i, position] of positions.entries()) loaded[position] = responses[i]
    }
    await Promise.all([...new Set(wanted.map(({ name }) => name))].map(readKind))
    return loaded
  }

  async #readKind(
    name: BatchName,
    requests: readonly BatchRequest<BatchName>[],
  ): Promise<(Loaded | Error)[]> {
    try {
      return (await this.#read(name, requests)).map((value) => ({ name, value }))
    } catch (error) {
      const canReadEach = batchRules[name].failsAlone && error instanceof RecordingError
      if (!canReadEach || requests.length === 1) return requests.map(() => asError(error))
      const each = requests.map(async (request) => (await this.#readKind(name, [request]))[0])
      return Promise.all(each)
    }
  }
}

/** Texts are keys within their kind; a request that is its own key differs from all others. */
function cacheKeyFn({ name, key }: Wanted): unknown {
  return typeof key === 'string' ? `${name} ${key}` : key
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
