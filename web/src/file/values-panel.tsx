import { Link } from '../app/link.tsx'
import { useQuery } from '../app/use-query.ts'
import { Panel } from '../components/layout/panel.tsx'
import { ErrorNotice } from '../components/notices/error-notice.tsx'
import { Loading } from '../components/notices/loading.tsx'
import { amount, bytes, count } from '../components/texts/amounts.ts'
import { type FileObjectQuery, FileValuesDocument } from '../gql/graphql.ts'
import { shapeText } from './object-text.ts'
import { bytesOfPage, type ValuePage, valuePage } from './value-pages.ts'
import { isNumeric, type Value, valueText } from './value-text.ts'

type Opened = NonNullable<NonNullable<FileObjectQuery['session']>['fileObject']>
type Dataset = NonNullable<Opened['dataset']>

interface ValuesPanelProps {
  readonly session: string
  readonly path: string
  readonly page: number
  readonly dataset: Dataset
  readonly isRemote: boolean
}

/** The values of a dataset, page by page. */
export function ValuesPanel({
  session,
  path,
  page: requested,
  dataset,
  isRemote,
}: ValuesPanelProps) {
  const lengths = dataset.shape?.map(Number) ?? [0]
  const page = valuePage(lengths, requested)
  const isEmpty = page.shape.some((length) => length === 0)
  const { start, shape } = page
  const variables = { session, path, start: [...start], shape: [...shape] }
  const { data, error, retry } = useQuery(FileValuesDocument, isEmpty ? null : variables)
  const values = data?.session?.fileObject?.dataset?.values
  const isOfPage = values?.start.join() === start.join() && values.shape.join() === shape.join()
  const fetched = isRemote && dataset.storage ? bytesOfPage(lengths, page, dataset.storage) : null
  return (
    <Panel title="Values" aside={<p className="soft small">{pageText(lengths, page)}</p>}>
      {isEmpty && <p className="soft">It holds no values.</p>}
      {error && <ErrorNotice error={error} retry={retry} />}
      {!isEmpty && !isOfPage && !error && <Loading what="the values" />}
      {values && isOfPage && !error && (
        <ValueTable values={values.values as Value[]} page={page} dtype={dataset.dtype} />
      )}
      {values && isOfPage && values.shortenedCount > 0 && (
        <p className="soft small">
          {amount(values.shortenedCount, 'text or list', 'texts or lists')} shortened, with “…”.
        </p>
      )}
      {fetched !== null && (
        <p className="soft small">
          Reading this page fetches about {bytes(fetched)}, unless it is kept already.
        </p>
      )}
      <Pager {...page} />
    </Panel>
  )
}

interface ValueTableProps {
  readonly values: readonly Value[]
  readonly page: ValuePage
  readonly dtype: string
}

/** Rows of a list, a matrix, or of records with a column for each field. */
function ValueTable({ values, page, dtype }: ValueTableProps) {
  const { start, shape } = page
  const isNumber = isNumeric(dtype)
  const isMatrix = shape.length > 1
  const fields = dtype.startsWith('[') && !isMatrix ? fieldsOf(values) : null
  const width = isMatrix ? shape[shape.length - 1] : 1
  const firstColumn = start.at(-1) ?? 0
  const heads = fields ?? (isMatrix ? columnHeads(firstColumn, width) : ['Value'])
  const rows = Array.from({ length: values.length / width }, (_, row) => {
    const cells = values.slice(row * width, (row + 1) * width)
    return {
      index: rowIndex(start, row),
      cells: fields ? fields.map((name) => memberOf(cells[0], name)) : cells,
    }
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keys
    <section className="table-scroll" tabIndex={0} aria-label="Rows of values">
      <table className="table file-values">
        <thead>
          <tr>
            <th scope="col" className="number">
              Index
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className={isNumber ? 'number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ index, cells }) => (
            <tr key={index}>
              <th scope="row" className="number">
                {index}
              </th>
              {cells.map((cell, column) => (
                <td key={heads[column]} className={isNumber ? 'number' : 'file-text'}>
                  {valueText(cell, isNumber || typeof cell === 'number')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function memberOf(value: Value, name: string): Value {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return (value as { readonly [member: string]: Value })[name] ?? null
}

function fieldsOf(values: readonly Value[]): string[] | null {
  const [first] = values
  return typeof first === 'object' && first !== null && !Array.isArray(first)
    ? Object.keys(first)
    : null
}

const columnHeads = (first: number, width: number) =>
  Array.from({ length: width }, (_, column) => count(first + column))

/** `12`; of more than two dimensions also the indexes before it: `3, 12`; empty of a scalar. */
function rowIndex(start: readonly number[], row: number): string {
  if (start.length < 2) return start.length === 0 ? '' : count(start[0] + row)
  return [...start.slice(0, -2), start[start.length - 2] + row].map(count).join(', ')
}

function pageText(lengths: readonly number[], { pageCount, start, shape }: ValuePage): string {
  if (pageCount === 1) return shapeText(lengths)
  const spans = start.map((from, i) =>
    shape[i] === 1 ? count(from) : `${count(from)}–${count(from + shape[i] - 1)}`,
  )
  return `${spans.join(' × ')} of ${shapeText(lengths)}`
}

function Pager({ page, pageCount }: ValuePage) {
  if (pageCount === 1) return null
  const links = [
    { label: 'First page', to: 1, isThere: page > 1 },
    { label: 'Previous page', to: page - 1, isThere: page > 1 },
    { label: 'Next page', to: page + 1, isThere: page < pageCount },
    { label: 'Last page', to: pageCount, isThere: page < pageCount },
  ]
  return (
    <div className="table-pager">
      <p className="soft small">
        Page {count(page)} of {count(pageCount)}
      </p>
      <nav className="table-pages" aria-label="Pages">
        {links
          .filter(({ isThere }) => isThere)
          .map(({ label, to }) => (
            <Link key={label} className="button" to={{ page: to === 1 ? null : String(to) }}>
              {label}
            </Link>
          ))}
      </nav>
    </div>
  )
}
