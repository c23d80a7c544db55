import type { PresentationList } from '../domain/stimuli/presentations.ts'
import type { ParameterTable } from '../domain/stimuli/stimulus-parameters.ts'
import type { ReadOptions, SessionReader } from '../sessions/session-reader.ts'

/** Presentations whose parameters are wanted. */
export interface PageRequest {
  readonly list: PresentationList
  /** their ids */
  readonly ids: Int32Array
}

/** Parameters of a page: from row `first` of the table on, in order of the page. */
export interface LoadedParameters {
  readonly table: ParameterTable
  readonly first: number
}

/** Read the parameters of several pages in one call. */
export async function readPages(
  reader: SessionReader,
  requests: readonly PageRequest[],
  options: ReadOptions,
): Promise<LoadedParameters[]> {
  const count = requests.reduce((sum, { ids }) => sum + ids.length, 0)
  const tableNumbers = new Int32Array(count)
  const tableRows = new Int32Array(count)
  const firsts: number[] = []
  let row = 0
  for (const { list, ids } of requests) {
    firsts.push(row)
    for (const id of ids) {
      tableNumbers[row] = list.tableNumbers[id]
      tableRows[row] = list.tableRows[id]
      row++
    }
  }
  const table = await reader.presentationParameters({ tableNumbers, tableRows }, options)
  return firsts.map((first) => ({ table, first }))
}
