// graphql-codegen's typed-document-node, without the package that it takes a type from:
// @spikeql/client depends on none.
import { plugin as typedDocumentNode } from '@graphql-codegen/typed-document-node'

export { validate } from '@graphql-codegen/typed-document-node'

export function plugin(...codegen) {
  const { prepend, ...written } = typedDocumentNode(...codegen)
  const ownImports = prepend.map((line) =>
    line.replace('@graphql-typed-document-node/core', './typed-document.ts'),
  )
  return { ...written, prepend: ownImports }
}
