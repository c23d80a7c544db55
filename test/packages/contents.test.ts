import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type PackageName, packed, projectFolder } from './packed.ts'

const packages: readonly PackageName[] = ['spikeql', '@spikeql/client']

/** Folders of a package, those in dist/ each by itself, and files that are in none. */
async function topLevel(name: PackageName): Promise<string[]> {
  const { files } = await packed(name)
  const places = files.map((file) => {
    const parts = file.split('/')
    const depth = parts[0] === 'dist' ? 2 : 1
    return parts.length > depth ? `${parts.slice(0, depth).join('/')}/` : file
  })
  return [...new Set(places)].sort()
}

function described(folder: string) {
  return JSON.parse(readFileSync(join(projectFolder, folder, 'package.json'), 'utf8'))
}

describe('a package', () => {
  test('holds the bundle, the pages and the declarations, and nothing that they are made of', async () => {
    expect(await topLevel('spikeql')).toEqual([
      'CHANGELOG.md',
      'CITATION.cff',
      'LICENSE',
      'README.md',
      'dist/bundle/',
      'dist/types/',
      'dist/web/',
      'package.json',
      'schema.graphql',
    ])
    expect(await topLevel('@spikeql/client')).toEqual([
      'LICENSE',
      'README.md',
      'dist/client/',
      'dist/errors.js',
      'dist/formats/',
      'dist/index.js',
      'dist/scalars.js',
      'dist/types/',
      'package.json',
    ])
  })

  test.each(packages)('%s names no source map', async (name) => {
    const { archive, files } = await packed(name)
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
    const script = `tar -xzOf '${archive}' --wildcards '*.js' '*.d.ts' | grep -c sourceMappingURL=[^\\"] || true`
    expect(execFileSync('bash', ['-c', script]).toString().trim()).toBe('0')
  })

  test('has libhdf5 once', async () => {
    const { files } = await packed('spikeql')
    expect(files.filter((file) => /hdf5.*\.wasm$/.test(file))).toEqual(['dist/bundle/hdf5.wasm'])
    expect(Object.keys(described('.').dependencies)).not.toContain('h5wasm')
  })

  test('of the client needs no other', () => {
    const client = described('packages/client')
    expect(client).not.toHaveProperty('dependencies')
    expect(client).not.toHaveProperty('peerDependencies')
  })

  test('has the version of the other, and of the package for Python', () => {
    const { version } = described('.')
    expect(described('packages/client').version).toBe(version)
    const python = readFileSync(join(projectFolder, 'clients/python/pyproject.toml'), 'utf8')
    expect(/^version = "(.*)"$/m.exec(python)?.[1]).toBe(version)
  })
})
