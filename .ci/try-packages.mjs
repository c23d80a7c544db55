// Installs both packages into an empty project, and starts what they hold:
//
//     node .ci/try-packages.mjs             with the Node that runs this
//     node .ci/try-packages.mjs 20.19.0 24  with these versions, from the registry
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { satisfies } from 'semver'

const folder = mkdtempSync(join(tmpdir(), 'spikeql-packages-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const program = fileURLToPath(new URL('use-packages.mjs', import.meta.url))
const quiet = ['--no-audit', '--no-fund', '--prefer-offline']

const archives = join(folder, 'archives')
mkdirSync(archives)
const both = ['--workspaces', '--include-workspace-root']
const pack = ['pack', '--silent', '--ignore-scripts', ...both, '--pack-destination', archives]
const names = execFileSync('npm', pack).toString().trim().split('\n')
const files = names.map((name) => join(archives, name))

/** The oldest TypeScript that the documentation names. */
const typescript = ['typescript@5.7', '@types/node@20']
/** What they install, once for all: it is the same on every Node that all of it accepts. */
const project = emptyProject('project')
execFileSync('npm', ['install', ...quiet, ...files, ...typescript], { cwd: project })
const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'))
const spikeql = join(project, 'node_modules/.bin/spikeql')
execFileSync(spikeql, ['sample', 'samples'], { cwd: project })
// One of them is enough, for each is opened again on each Node.
renameSync(join(project, 'samples/session_810000001'), join(project, 'recordings'))

const versions = process.argv.slice(2)
const nodes = versions.length > 0 ? fetchNodes(versions) : [process.execPath]
for (const node of nodes) tryWith(node)
checkTypes()

/** Only the program of each package, which holds much else. */
function fetchNodes(versions) {
  const names = versions.map((version) => `node-${process.platform}-${process.arch}@${version}`)
  const pack = ['pack', '--silent', '--prefer-offline', ...names]
  const archives = execFileSync('npm', pack, { cwd: folder }).toString().trim().split('\n')
  return archives.map((archive) => {
    const place = join(folder, basename(archive, '.tgz'))
    mkdirSync(place)
    execFileSync('tar', ['-xzf', join(folder, archive), '-C', place, 'package/bin/node'])
    return join(place, 'package/bin/node')
  })
}

function tryWith(node) {
  const env = { ...process.env, PATH: [dirname(node), process.env.PATH].join(delimiter) }
  const run = (command, ...args) =>
    execFileSync(command, args, { cwd: project, env }).toString().trim()
  const version = run('node', '--version')
  for (const [place, { engines }] of Object.entries(lock.packages)) {
    if (engines?.node && !satisfies(version, engines.node)) {
      throw new Error(`${place} is not for Node ${version}, but for ${engines.node}`)
    }
  }
  const inspected = run(spikeql, 'inspect', '810000001', '--path', 'recordings')
  if (!inspected.includes('VISp')) throw new Error(`spikeql inspect on ${version}: ${inspected}`)
  copyFileSync(program, join(project, 'use.js'))
  const counted = run('node', 'use.js')
  if (counted !== '3 x 11') throw new Error(`counted on ${version}: ${counted}`)
  console.log(`${names.join(' and ')} run on ${version}`)
}

/** The declarations of both packages, and of what they import, hold for that TypeScript. */
function checkTypes() {
  const cwd = project
  copyFileSync(program, join(cwd, 'use.ts'))
  const options = ['--strict', '--noEmit', '--module', 'nodenext']
  const libraries = ['--skipLibCheck', 'false', '--skipDefaultLibCheck']
  const target = ['--target', 'es2022', '--lib', 'es2023,dom']
  const tsc = join(cwd, 'node_modules/.bin/tsc')
  execFileSync(tsc, [...options, ...libraries, ...target, 'use.ts'], { cwd, stdio: 'inherit' })
  console.log(`${names.join(' and ')} have types for TypeScript 5.7`)
}

function emptyProject(name) {
  const place = join(folder, name)
  mkdirSync(place)
  writeFileSync(join(place, 'package.json'), '{ "private": true, "type": "module" }')
  return place
}
