import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { commandFile } from '../support/built.ts'
import { projectFolder } from './packed.ts'

const bundle = dirname(commandFile)

/** What a module imports by name, at its start or later. */
function importedNames(file: string): string[] {
  const code = readFileSync(join(bundle, file), 'utf8').replaceAll(/^\s*(\*|\/\/|\/\*).*$/gm, '')
  const imports = code.matchAll(/(?:^import\b[^"\n]*|\bimport\(|\b__require\()"([^."][^"]*)"/gm)
  return [...imports].map(([, name = '']) => name)
}

const packageOf = (name: string) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name

test('what is bundled imports only dependencies, but for what nothing needs', () => {
  const { dependencies } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))
  const files = readdirSync(bundle).filter((file) => file.endsWith('.js'))
  const names = files.flatMap(importedNames).filter((name) => !isBuiltin(name))
  const packages = new Set(names.map(packageOf))
  expect([...packages]).toEqual(expect.arrayContaining(['graphql', 'pino', 'piscina']))
  expect([...packages].filter((name) => !(name in dependencies)).sort()).toEqual([
    '@fastify/ajv-compiler',
    '@fastify/fast-json-stringify-compiler',
    'ioredis',
  ])
})

test('the licences of what is bundled, and of what that loads, are next to it', () => {
  const licences = readdirSync(join(bundle, 'licences'))
  expect(licences).toEqual(
    expect.arrayContaining(['@apollo-server.txt', 'fastify.txt', 'find-my-way.txt', 'h5wasm.txt']),
  )
})
