import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import { GraphiQL } from 'graphiql'
import { createRoot } from 'react-dom/client'
import { applyTheme } from '../app/theme.ts'

applyTheme()
const url = new URL('graphql', document.baseURI)

async function fetcher(parameters: object) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  })
  return response.json()
}

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(<GraphiQL fetcher={fetcher} />)
