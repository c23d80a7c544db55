import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { satisfies, subset } from 'semver'
import { describe, expect, test } from 'vitest'
import { projectFolder } from './packed.ts'

interface Locked {
  readonly version: string
  readonly dev?: boolean
  readonly link?: boolean
  readonly engines?: { readonly node?: string }
  readonly dependencies?: Readonly<Record<string, string>>
}

const read = (file: string) => JSON.parse(readFileSync(join(projectFolder, file), 'utf8'))
const { packages } = read('package-lock.json') as {
  readonly packages: Readonly<Record<string, Locked>>
}
const installed = Object.entries(packages).filter(([path]) => path.includes('node_modules/'))
const needed = installed.filter(([, { dev, link }]) => !dev && !link)

/** The package that another one gets where it asks for a name. */
function resolved(from: string, name: string): Locked | undefined {
  const folders = from.split(/(?<=^|\/)(?=node_modules\/)/)
  for (let depth = folders.length; depth >= 0; depth--) {
    const folder = folders
      .slice(0, depth)
      .join('')
      .replace(/([^/])$/, '$1/')
    const found = packages[`${folder}node_modules/${name}`]
    if (found) return found
  }
  return undefined
}

describe('the versions of Node that package.json names', () => {
  const { engines } = read('package.json')

  test.each(['20.19.0', '22.12.0', '24.0.0', '26.0.0'])('%s runs all that is installed', (node) => {
    expect(satisfies(node, engines.node)).toBe(true)
    expect(needed.filter(([, { engines }]) => !satisfies(node, engines?.node ?? '*'))).toEqual([])
  })

  test('are those of the client', () => {
    expect(subset(engines.node, read('packages/client/package.json').engines.node)).toBe(true)
  })
})

test('npm ci warns of no package that Node 20.20 cannot run', () => {
  const faults = installed.filter(([, { engines }]) => !satisfies('20.20.0', engines?.node ?? '*'))
  expect(faults.map(([path]) => path)).toEqual([])
})

test('what is installed with the package needs no overrides, which do not travel with it', () => {
  const faults = needed.flatMap(([path, { dependencies = {} }]) =>
    Object.entries(dependencies).flatMap(([name, range]) => {
      const { version } = resolved(path, name) ?? {}
      return version && satisfies(version, range) ? [] : [`${path}: ${name}@${range}, ${version}`]
    }),
  )
  expect(needed.length).toBeGreaterThan(50)
  expect(faults).toEqual([])
})
