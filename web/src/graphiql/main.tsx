import 'graphiql/setup-workers/vite'
import '@fontsource-variable/inter/wght.css'
import '../app/theme/tokens.css'
import '../app/theme/base.css'
import '../components/controls/controls.css'
import '../app/app.css'
import 'graphiql/style.css'
import './graphiql.css'
import { createRoot } from 'react-dom/client'
import { client } from '../app/client.ts'
import { applyTheme } from '../app/theme/theme.ts'
import { GraphiQLPage } from './graphiql-page.tsx'
import { parsePageQuery } from './page-query.ts'

applyTheme()
const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <GraphiQLPage
    given={parsePageQuery(window.location.search)}
    sessionId={await firstSessionId()}
  />,
)

/**
 * For the examples. A server without sessions, or that does not answer,
 * is no reason to show no page.
 */
async function firstSessionId(): Promise<string> {
  try {
    const { sessions } = await client.query<{ sessions: { nodes: { id: string }[] } }>(
      '{ sessions(where: { available: true }, first: 1) { nodes { id } } }',
    )
    return sessions.nodes[0]?.id ?? ''
  } catch {
    return ''
  }
}
