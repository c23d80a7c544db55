// @spikeql/client, for programs and pages that query a SpikeQL server.
export {
  type Client,
  type ClientOptions,
  createClient,
  type EncodedActivity,
  type QueryOptions,
} from './client.ts'
export { CountMatrix, type Counts } from './count-matrix.ts'
export {
  EpochActivityDocument,
  type EpochActivityQuery,
  type EpochActivityQueryVariables,
  type MatrixFragment,
  NotebookDocument,
  type NotebookQuery,
  type NotebookQueryVariables,
  SessionDocument,
  type SessionFilter,
  type SessionQuery,
  type SessionQueryVariables,
  SessionsDocument,
  type SessionsQuery,
  type SessionsQueryVariables,
  type UnitFilter,
} from './documents.ts'
export { decodeArray, type EncodedArray, type NumericArray } from './encoded-array.ts'
export {
  GraphQLRequestError,
  type GraphQLResponseError,
  HttpError,
  NetworkError,
  ServerBusyError,
  SpikeQLError,
  UnexpectedResponseError,
} from './errors.ts'
export type { GraphQLResponse } from './graphql-response.ts'
export type { LabelledArray, LabelledArrays } from './labelled-arrays.ts'
export type { Progress, ReadOptions } from './read-bytes.ts'
export type {
  FetchedCounts,
  RequestedExtensions,
  ResponseCost,
  ResponseExtensions,
} from './response-extensions.ts'
export type { Table } from './table.ts'
export type { TypedDocument } from './typed-document.ts'
