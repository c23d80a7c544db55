import { GraphiQL } from 'graphiql'
import { useState } from 'react'
import icon from '../app/icon.svg'
import { useTheme } from '../app/theme/theme.ts'
import { ThemeSwitch } from '../app/theme/theme-switch.tsx'
import { examples, exampleVariables } from './examples.ts'
import { ExamplesMenu } from './examples-menu.tsx'
import { fetcher } from './fetcher.ts'
import { formatPageQuery, type PageQuery } from './page-query.ts'

interface GraphiQLPageProps {
  /** that the address brought; null: none */
  readonly given: PageQuery | null
  /** for the examples */
  readonly sessionId: string
}

/** GraphiQL under the explorer's header; the address bar follows the tab that is shown. */
export function GraphiQLPage({ given, sessionId }: GraphiQLPageProps) {
  const theme = useTheme()
  const [start] = useState(() => given ?? (hasTabs() ? null : firstExample(sessionId)))
  return (
    <>
      <header className="header">
        <a className="brand" href=".">
          <img src={icon} alt="" width="26" height="26" />
          SpikeQL
        </a>
        <h1 className="page-name">GraphiQL</h1>
        <div className="header-end">
          <a className="button" href=".">
            Explorer
          </a>
          <ThemeSwitch />
        </div>
      </header>
      <main className="graphiql-place">
        <GraphiQL
          {...(start && { initialQuery: start.query, initialVariables: start.variables })}
          fetcher={fetcher}
          forcedTheme={theme}
          defaultEditorToolsVisibility="variables"
          isHeadersEditorEnabled={false}
          onTabChange={({ tabs, activeTabIndex }) => {
            const tab = tabs[activeTabIndex]
            if (tab) keepInAddress({ query: tab.query ?? '', variables: tab.variables ?? '' })
          }}
        >
          <GraphiQL.Logo>
            <ExamplesMenu sessionId={sessionId} />
          </GraphiQL.Logo>
        </GraphiQL>
      </main>
    </>
  )
}

/** Whether GraphiQL keeps tabs of an earlier visit, which it shows again. */
function hasTabs(): boolean {
  try {
    return window.localStorage.getItem('graphiql:tabState') !== null
  } catch {
    return false
  }
}

function firstExample(sessionId: string): PageQuery | null {
  const [first] = examples
  return first ? { query: first.query, variables: exampleVariables(first, sessionId) } : null
}

function keepInAddress(shown: PageQuery): void {
  const search = formatPageQuery(shown)
  if (search !== window.location.search) {
    window.history.replaceState(null, '', `${window.location.pathname}${search}`)
  }
}
