import { Link } from '../app/link.tsx'
import { useQuery } from '../app/use-query.ts'
import { Panel } from '../components/layout/panel.tsx'
import { ErrorNotice } from '../components/notices/error-notice.tsx'
import { Loading } from '../components/notices/loading.tsx'
import { Notice } from '../components/notices/notice.tsx'
import { amount, bytes, count } from '../components/texts/amounts.ts'
import { Facts } from '../components/texts/facts.tsx'
import {
  FileObjectDocument,
  type FileObjectQuery,
  type SessionWarningsQuery,
} from '../gql/graphql.ts'
import { elementsText, linkedPath, shapeText, typeText } from './object-text.ts'
import { isNumeric, type Value, valueText } from './value-text.ts'
import { ValuesPanel } from './values-panel.tsx'

type Opened = NonNullable<NonNullable<FileObjectQuery['session']>['fileObject']>
type Attribute = NonNullable<Opened['attributes']>[number]
type Warning = NonNullable<SessionWarningsQuery['session']>['warnings'][number]

interface ObjectPanelProps {
  readonly session: string
  readonly path: string
  readonly page: number
  /** all of the file */
  readonly warnings: readonly Warning[]
  readonly isRemote: boolean
}

/** An object of the file: what it is, its attributes, and its values. */
export function ObjectPanel({ session, path, page, warnings, isRemote }: ObjectPanelProps) {
  const { data, error, retry } = useQuery(FileObjectDocument, { session, path })
  const object = data?.session?.fileObject
  const shown = object?.path === path ? object : null
  const ownWarnings = warnings.filter((warning) => warning.path === path)
  return (
    <div className="file-object">
      {ownWarnings.length > 0 && (
        <Notice tone="warning" title="Not all of this is served:">
          {ownWarnings.map(({ code, message }) => (
            <p key={code}>{message}</p>
          ))}
        </Notice>
      )}
      {error && <ErrorNotice error={error} retry={retry} />}
      {!shown && !error && <Loading what="the object" />}
      {shown && (
        <>
          <Panel title={path} aside={<p className="soft small">{kindText(shown)}</p>}>
            <ObjectFacts object={shown} />
          </Panel>
          {shown.dataset && (
            <ValuesPanel
              key={path}
              {...{ session, path, page, isRemote }}
              dataset={shown.dataset}
            />
          )}
          {(shown.attributeCount ?? 0) > 0 && (
            <Attributes attributes={shown.attributes ?? []} total={shown.attributeCount ?? 0} />
          )}
        </>
      )}
    </div>
  )
}

const kinds: Readonly<Record<string, string>> = {
  GROUP: 'Group',
  DATASET: 'Dataset',
  DATATYPE: 'Type',
  SOFT_LINK: 'Link',
  EXTERNAL_LINK: 'Link to another file',
}

const kindText = ({ kind, neurodataType }: Opened) =>
  [kinds[kind ?? ''], neurodataType].filter(Boolean).join(' · ')

function ObjectFacts({ object }: { readonly object: Opened }) {
  const { kind, neurodataType, namespace, linkTarget, memberCount, dataset, path } = object
  const storage = dataset?.storage
  const target = kind === 'SOFT_LINK' && linkTarget !== null ? linkedPath(path, linkTarget) : null
  const facts: readonly [string, React.ReactNode][] = [
    ['NWB type', neurodataType && (namespace ? `${neurodataType} (${namespace})` : neurodataType)],
    [
      'Leads to',
      target ? (
        <Link key="target" to={{ path: target, page: null }}>
          {linkTarget}
        </Link>
      ) : (
        linkTarget
      ),
    ],
    ['Members', memberCount === null ? null : count(memberCount)],
    ['Shape', dataset && shapeText(dataset.shape)],
    ['Type', dataset && typeText(dataset)],
    ['Layout', storage && layoutText(storage)],
    ['Filters', storage && storage.filters.length > 0 && filtersText(storage.filters)],
    ['In the file', storage && storage.storedBytes !== null && bytes(storage.storedBytes)],
  ]
  return (
    <>
      <Facts facts={facts} />
      {kind === 'EXTERNAL_LINK' && (
        <p className="soft small">Links to other files are shown, and never followed.</p>
      )}
    </>
  )
}

type Storage = NonNullable<NonNullable<Opened['dataset']>['storage']>

const layoutNames: Readonly<Record<string, string>> = {
  COMPACT: 'in the header',
  CONTIGUOUS: 'in one piece',
  VIRTUAL: 'a view of other datasets, which is not read',
  EXTERNAL: 'in other files, which are not read',
}

function layoutText({ layout, chunkShape, chunkCount }: Storage): string {
  if (!chunkShape) return layoutNames[layout] ?? layout
  const chunks = chunkCount === null ? 'chunks' : amount(chunkCount, 'chunk')
  return `${chunks} of ${shapeText(chunkShape)}`
}

const filtersText = (filters: Storage['filters']) =>
  filters
    .map(({ id, name, parameters }) => {
      const title = name || `filter ${id}`
      return id === 1 && parameters.length > 0 ? `${title} (level ${parameters[0]})` : title
    })
    .join(', ')

interface AttributesProps {
  readonly attributes: readonly Attribute[]
  readonly total: number
}

function Attributes({ attributes, total }: AttributesProps) {
  const isShort = attributes.length < total
  return (
    <Panel
      title="Attributes"
      aside={
        <p className="soft small">
          {isShort ? `the first ${count(attributes.length)} of ${count(total)}` : count(total)}
        </p>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keys */}
      <section className="table-scroll" tabIndex={0} aria-label="List of attributes">
        <table className="table file-attributes">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Value</th>
              <th scope="col">Type</th>
            </tr>
          </thead>
          <tbody>
            {attributes.map((attribute) => (
              <tr key={attribute.name}>
                <th scope="row">{attribute.name}</th>
                <td>
                  {attributeText(attribute)}
                  {attribute.isShortened && <span className="soft"> (shortened)</span>}
                </td>
                <td>{attribute.holds && elementsText(attribute)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}

function attributeText({ dtype, shape, value, isShortened }: Attribute): string {
  if (dtype === null) return 'cannot be read'
  if (shape === null) return 'nothing'
  if (value === null && isShortened) return 'too large to be shown'
  return valueText(value as Value, isNumeric(dtype))
}
