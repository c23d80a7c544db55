import './query-panel.css'
import { client } from '../app/client.ts'
import { Panel } from '../components/layout/panel.tsx'
import { asCurl } from './as-curl.ts'
import { asNotebook } from './as-notebook.ts'
import { asPython } from './as-python.ts'
import { asTypeScript } from './as-typescript.ts'
import { citation } from './citation.ts'
import { CopyButton } from './copy-button.tsx'
import { type DownloadableMatrix, Downloads } from './downloads.tsx'
import { saveFile } from './save-file.ts'
import { graphiqlLink, type ShownQuery } from './shown-query.ts'

interface QueryPanelProps {
  readonly query: ShownQuery
  readonly matrices?: readonly DownloadableMatrix[]
  /** where all matrices are as one file; null: nowhere */
  readonly datasetHref?: string | null
  /** draws what is shown, to be kept as a picture */
  readonly picture?: (() => HTMLCanvasElement) | undefined
  /** what files are called, without their ending */
  readonly fileName: string
}

/**
 * The query behind what is shown: to be read, tried, copied into a
 * program, and its data downloaded.
 */
export function QueryPanel({
  query,
  matrices = [],
  datasetHref = null,
  picture,
  fileName,
}: QueryPanelProps) {
  const server = client.url.replace(/\/$/, '')
  const files = matrices.map(({ fileName, npy }) => ({
    name: `${fileName}.npy`,
    url: client.urlOf(npy),
  }))
  const saveNotebook = () => {
    const notebook = asNotebook(query, server, window.location.href)
    saveFile(new Blob([notebook], { type: 'application/x-ipynb+json' }), `${fileName}.ipynb`)
  }
  return (
    <Panel title="The query for this page">
      <div className="query-actions">
        <a className="button button-primary" href={graphiqlLink(query)}>
          Open in GraphiQL
        </a>
        <CopyButton label="Copy as curl" text={() => asCurl(query, server, files)} />
        <CopyButton label="Copy as TypeScript" text={() => asTypeScript(query, server)} />
        <CopyButton label="Copy as Python" text={() => asPython(query, server)} />
        <button type="button" className="button" onClick={saveNotebook}>
          Save as notebook
        </button>
        <CopyButton label="Copy citation" text={() => citation(query, window.location.href)} />
      </div>
      <div className="query-texts">
        <figure>
          <figcaption className="field-title">Query</figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keys */}
          <pre tabIndex={0}>{query.text.trim()}</pre>
        </figure>
        <figure>
          <figcaption className="field-title">Variables</figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keys */}
          <pre tabIndex={0}>{JSON.stringify(query.variables, null, 2)}</pre>
        </figure>
      </div>
      {(matrices.length > 0 || picture) && (
        <Downloads {...{ matrices, datasetHref, picture, fileName }} />
      )}
    </Panel>
  )
}
