import { decodeNpy } from '../formats/numpy/npy.ts'
import { Connection, type ConnectionOptions } from './connection.ts'
import { asCountMatrix, type CountMatrix } from './count-matrix.ts'
import { decodeArray, type EncodedArray, type NumericArray } from './encoded-array.ts'
import { GraphQLRequestError, UnexpectedResponseError } from './errors.ts'
import { type GraphQLResponse, readGraphQLResponse } from './graphql-response.ts'
import { decodeLabelledArrays, type LabelledArrays } from './labelled-arrays.ts'
import { type ReadOptions, readBytes } from './read-bytes.ts'
import type {
  FetchEstimate,
  RequestedExtensions,
  ResponseExtensions,
} from './response-extensions.ts'
import { decodeTable, type Table } from './table.ts'
import { documentText, type TypedDocument } from './typed-document.ts'

export type ClientOptions = ConnectionOptions

export interface QueryOptions {
  /** aborts the request: what waits for it is rejected with the signal's reason */
  readonly signal?: AbortSignal | undefined
  /** what the server is to say of the response besides its data */
  readonly extensions?: RequestedExtensions | undefined
  /** called with what the server says of the response, also when anything of it failed */
  readonly onExtensions?: ((extensions: ResponseExtensions) => void) | undefined
}

/** What a query gave for a matrix: `data { dtype shape bytes }`, `href`, or both. */
export type EncodedActivity =
  | { readonly data: EncodedArray; readonly href?: string | undefined }
  | { readonly href: string; readonly data?: EncodedArray | undefined }

/** Variables may be left out where none must be given. */
type QueryArguments<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables, options?: QueryOptions]
    : [variables: Variables, options?: QueryOptions]

/** A SpikeQL server, as programs and pages see it. */
export interface Client {
  /** of the server, with a slash at its end */
  readonly url: string

  /**
   * The data that a query selects.
   *
   * @throws GraphQLRequestError when anything of it failed; HttpError,
   *   ServerBusyError, NetworkError
   */
  query<Result, Variables>(
    document: TypedDocument<Result, Variables>,
    ...rest: QueryArguments<Variables>
  ): Promise<Result>
  query<Result = unknown>(
    document: string,
    variables?: Readonly<Record<string, unknown>>,
    options?: QueryOptions,
  ): Promise<Result>

  /**
   * The same, but errors of fields are handed over along with what could be answered;
   * a field that failed is null.
   */
  request<Result, Variables>(
    document: TypedDocument<Result, Variables>,
    ...rest: QueryArguments<Variables>
  ): Promise<GraphQLResponse<Result>>
  request<Result = unknown>(
    document: string,
    variables?: Readonly<Record<string, unknown>>,
    options?: QueryOptions,
  ): Promise<GraphQLResponse<Result>>

  /**
   * About what a query would fetch of remote recordings for spikes and samples, which are not read.
   *
   * @throws as {@link query}
   */
  estimate<Result, Variables>(
    document: TypedDocument<Result, Variables>,
    ...rest: QueryArguments<Variables>
  ): Promise<FetchEstimate>
  estimate(
    document: string,
    variables?: Readonly<Record<string, unknown>>,
    options?: QueryOptions,
  ): Promise<FetchEstimate>

  /**
   * The counts that a query named: decoded from `data { dtype shape bytes }` where it
   * selected them, else fetched as bytes from `href`, which is lighter for large
   * ones, and which a cache may keep.
   */
  matrix(activity: EncodedActivity, options?: ReadOptions): Promise<CountMatrix>

  /**
   * The array that an `href` names, of any shape: .npy, the format of most fields if none is given.
   *
   * @example
   * const { session } = await client.query(
   *   '{ session(id: "1") { probes { lfp(stop: 10) { href } } } }',
   * )
   * const { shape, data } = await client.array(session.probes[0].lfp.href)
   * console.log(shape) // [ points, channels ]
   */
  array(href: string, options?: ReadOptions): Promise<NumericArray>

  /**
   * The arrays that an `href(format: NPZ)` names, with what lies along their dimensions.
   *
   * @example
   * const { session } = await client.query(`{
   *   session(id: "1") {
   *     alignedActivity(after: 0.5, binSize: 0.01) { href(format: NPZ) }
   *   }
   * }`)
   * const { arrays, coordinates } = await client.arrays(session.alignedActivity.href)
   * console.log(arrays.get('counts').dims) // [ 'presentation', 'bin', 'unit' ]
   * console.log(coordinates.get('unit_ids').data) // BigInt64Array of the unit ids
   */
  arrays(href: string, options?: ReadOptions): Promise<LabelledArrays>

  /**
   * The columns of the table that an `href(format: NPZ)` names.
   *
   * @example
   * const { session } = await client.query(
   *   '{ session(id: "1") { spikeTrainStatistics { href(format: NPZ) } } }',
   * )
   * const { columns } = await client.table(session.spikeTrainStatistics.href)
   * console.log(columns.get('cv2')) // Float64Array, one number per unit
   */
  table(href: string, options?: ReadOptions): Promise<Table>

  /** The bytes at an `href` that a query gave, in whatever format it names. */
  bytes(href: string, options?: ReadOptions): Promise<Uint8Array<ArrayBuffer>>

  /** The full address of an `href`, for a link or a program that downloads. */
  urlOf(href: string): string
}

/**
 * A client of the server at an address. Works in browsers and in Node, alone or bundled.
 *
 * @param url of the server, `http://127.0.0.1:4000`; in a page it may be relative: `/`
 */
export function createClient(url: string | URL, options: ClientOptions = {}): Client {
  const root = serverRoot(url)
  const connection = new Connection(options)

  const urlOf = (href: string) => {
    if (!/^\/(?!\/)/.test(href)) {
      throw new TypeError(`An href of the server must begin with a single slash; got "${href}".`)
    }
    // A server that knows its path under a proxy has it in its addresses already.
    const { pathname } = new URL(root)
    const isWhole = pathname !== '/' && href.startsWith(pathname)
    return new URL(isWhole ? href : href.slice(1), root).href
  }

  const request = async <Result>(
    document: { toString(): string },
    variables?: unknown,
    { signal, extensions, onExtensions }: QueryOptions = {},
  ): Promise<GraphQLResponse<Result>> => {
    const response = await connection.send(urlOf('/graphql'), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
      },
      body: JSON.stringify({ query: documentText(document), variables, extensions }),
      signal,
    })
    const result = await readGraphQLResponse<Result>(response, signal)
    onExtensions?.(result.extensions)
    return result
  }

  const query = async <Result>(
    document: { toString(): string },
    variables?: unknown,
    queryOptions?: QueryOptions,
  ): Promise<Result> => {
    const { data, errors } = await request<Result>(document, variables, queryOptions)
    if (errors.length > 0 || data === null) throw new GraphQLRequestError(errors, data)
    return data
  }

  const estimate = async (
    document: { toString(): string },
    variables?: unknown,
    queryOptions: QueryOptions = {},
  ): Promise<FetchEstimate> => {
    const { data, errors, extensions } = await request(document, variables, {
      ...queryOptions,
      extensions: { ...queryOptions.extensions, estimate: true },
    })
    if (extensions.estimate) return extensions.estimate
    throw new GraphQLRequestError(errors, data)
  }

  const bytes = async (href: string, readOptions: ReadOptions = {}) => {
    const response = await connection.send(urlOf(href), { signal: readOptions.signal })
    return readBytes(response, readOptions)
  }

  const matrix = async (
    { data, href }: EncodedActivity,
    readOptions: ReadOptions = {},
  ): Promise<CountMatrix> => {
    if (data) return asCountMatrix(decodeArray(data))
    if (!href) {
      throw new TypeError(
        'Query href, or data { dtype shape bytes }, on the field that has the matrix.',
      )
    }
    return asCountMatrix(npyFrom(await bytes(href, readOptions), href))
  }

  const array = async (href: string, readOptions: ReadOptions = {}): Promise<NumericArray> => {
    const { shape, data } = npyFrom(await bytes(href, readOptions), href)
    if (ArrayBuffer.isView(data)) return { shape, data }
    throw new UnexpectedResponseError(`The response from ${href} is an array of texts.`)
  }

  const arrays = async (href: string, readOptions: ReadOptions = {}) =>
    decodeLabelledArrays(await bytes(href, readOptions))

  const table = async (href: string, readOptions: ReadOptions = {}) =>
    decodeTable(await bytes(href, readOptions))

  return { url: root, query, request, estimate, matrix, array, arrays, table, bytes, urlOf }
}

function npyFrom(bytes: Uint8Array, href: string) {
  try {
    return decodeNpy(bytes)
  } catch (error) {
    throw new UnexpectedResponseError(
      `The response from ${href} is not a .npy file. Query href without a format, or read it with bytes(href).`,
      { cause: error },
    )
  }
}

/** With a slash at its end, and without the route of the API, which may be given too. */
function serverRoot(url: string | URL): string {
  const page = (globalThis as { readonly location?: { readonly href: string } }).location
  const root = new URL(url, page?.href)
  root.search = ''
  root.hash = ''
  root.pathname = root.pathname.replace(/(\/graphql)?\/?$/, '/')
  return root.href
}
