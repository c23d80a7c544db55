import { useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { type Example, examples, exampleVariables } from './examples.ts'

/** Opens an example in a tab of its own. */
export function ExamplesMenu({ sessionId }: { readonly sessionId: string }) {
  const { addTab } = useGraphiQLActions()
  const queryEditor = useGraphiQL((state) => state.queryEditor)
  const variableEditor = useGraphiQL((state) => state.variableEditor)
  const open = (example: Example) => {
    addTab()
    queryEditor?.setValue(example.query)
    variableEditor?.setValue(exampleVariables(example, sessionId))
  }
  return (
    <select
      className="button"
      aria-label="Open an example"
      value=""
      disabled={!queryEditor || !variableEditor}
      onChange={(event) => {
        const example = examples[event.target.selectedIndex - 1]
        if (example) open(example)
      }}
    >
      <option value="">Examples</option>
      {examples.map(({ title }) => (
        <option key={title}>{title}</option>
      ))}
    </select>
  )
}
