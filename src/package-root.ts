import { existsSync } from 'node:fs'

/**
 * The folder that holds package.json, schema.graphql and dist/: the same
 * from src/, dist/ and a bundle.
 */
export const packageRoot: URL = findPackageRoot(new URL('.', import.meta.url))

function findPackageRoot(folder: URL): URL {
  if (existsSync(new URL('package.json', folder))) return folder
  const above = new URL('..', folder)
  if (above.href === folder.href) throw new Error('package.json of spikeql is missing.')
  return findPackageRoot(above)
}
