// Makes small changes to the source, one at a time and in memory, and lists
// those that no test notices:
//
//     npm run mutate                                    a hundred changes anywhere in the core
//     npm run mutate -- src/domain/counting/bins.ts              every change of a file
//     npm run mutate -- --sample 30 --seed 7 src/http   some of a folder
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { mutantsOf, placeOf } from './mutants.mjs'
import { Runner } from './runner.mjs'

/** All but what only starts, or invents, things. */
const core = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['cli', 'sample'].includes(entry.name))
  .map(({ name }) => join('src', name))
const unwatched = ['src/graphql/generated.ts', 'src/client/documents.ts']
/**
 * How many test files are run for each change, the nearest first, until one fails; at last those
 * that judge the whole by outside answers.
 */
const TEST_COUNTS = [3, 12, 30, 80]
const JUDGES = /^test\/(golden|shared|docs)\//

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
})
const isFile = (path) => statSync(path).isFile()
const places = positionals.length ? positionals : core
const sampleSize = Number(values.sample ?? (places.every(isFile) ? Infinity : 100))

const files = places
  .flatMap((place) => (isFile(place) ? [place] : listFiles(place, '.ts')))
  .filter((file) => !unwatched.includes(file))
const tests = listFiles('test', '.test.ts').filter(
  (file) => !/\.(browser|debian)\.test\.ts$|^test\/examples\//.test(file),
)
const importersOf = importers()
const candidates = files.flatMap((file) => {
  const chosen = testsOf(file)
  if (chosen.length === 0) return []
  return mutantsOf(file, readFileSync(file, 'utf8')).map((mutant) => ({ file, chosen, ...mutant }))
})
const sample = shuffled(candidates, Number(values.seed)).slice(0, sampleSize)

if (!process.env.SPIKEQL_BUILT) {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' })
}
/** Test files that failed with a change, and whether they do without one. */
const failsAnyway = new Map()
const waiting = [...sample]
let noticed = 0
let lived = 0
await Promise.all(Array.from({ length: availableParallelism() }, judgeNext))
process.stderr.write('\n')
console.log(`${noticed} of ${sample.length} changes were noticed (seed ${values.seed})`)
const broken = [...failsAnyway].flatMap(([test, fails]) => (fails ? [test] : []))
if (broken.length > 0) console.log('These fail without any change:', broken)

/** Takes one change after another, with a runner of its own. */
async function judgeNext() {
  const runner = new Runner()
  for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
    if (await isNoticed(mutant, runner)) noticed++
    else {
      lived++
      console.log(`\r${described(mutant)}`)
    }
    process.stderr.write(`\r${noticed + lived} of ${sample.length}, ${lived} live on `)
  }
  runner.end()
}

function described({ file, start, end, text }) {
  const source = readFileSync(file, 'utf8')
  return `${file}:${placeOf(source, start)}  ${source.slice(start, end)}  →  ${text}`
}

function listFiles(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((file) => file.endsWith(ending))
    .sort()
}

/**
 * The tests of a file: those that import it, or what imports it, and so on. Where one test imports
 * all of the schema, the imports say little: first come its own, then those whose paths share the
 * most words with its path, above all with its name; of equals, those fewer imports away. In the
 * groups that are run one after another.
 */
function testsOf(file) {
  const own = file.replace(/^src/, 'test').replace(/ts$/, '')
  const folderWords = wordsOf(dirname(file))
  const nameWords = wordsOf(join('src', basename(file)))
  const weight = (word) => (nameWords.includes(word) ? 2 : folderWords.includes(word) ? 1 : 0)
  const likeness = (test) =>
    test.startsWith(own) ? Infinity : wordsOf(test).reduce((sum, word) => sum + weight(word), 0)
  const found = []
  const seen = new Set([file])
  for (let level = [file]; level.length > 0; ) {
    level = level.flatMap((path) => importersOf.get(path) ?? []).filter((path) => !seen.has(path))
    for (const path of level) seen.add(path)
    level = [...new Set(level)]
    found.push(...level.filter((path) => tests.includes(path)))
  }
  const likenesses = new Map(found.map((test) => [test, likeness(test)]))
  found.sort((a, b) => likenesses.get(b) - likenesses.get(a))
  const nearest = found.filter((test) => !JUDGES.test(test)).slice(0, TEST_COUNTS.at(-1))
  const judges = found.filter((test) => JUDGES.test(test))
  return TEST_COUNTS.map((count, i) => nearest.slice(TEST_COUNTS[i - 1] ?? 0, count))
    .concat([judges])
    .filter((tests) => tests.length > 0)
}

/** Words of a path, without the s of a plural. */
function wordsOf(path) {
  const [, ...names] = path.replace(/\.(test\.)?ts$/, '').split('/')
  return names.flatMap((name) => name.split('-')).map((word) => word.replace(/s$/, ''))
}

/** By which files of the source and the tests each file is imported. */
function importers() {
  const by = new Map()
  for (const path of [...listFiles('src', '.ts'), ...listFiles('test', '.ts')]) {
    for (const [, name] of readFileSync(path, 'utf8').matchAll(/from '(\.[^']+)'/g)) {
      const imported = join(path, '..', name)
      by.set(imported, [...(by.get(imported) ?? []), path])
    }
  }
  return by
}

async function isNoticed({ file, chosen, start, end, text }, runner) {
  const mutant = { file: resolve(file), start, end, text }
  for (const tests of chosen) {
    const failed = await runner.run(tests, mutant)
    if (failed === 'stuck') return true
    for (const test of failed) {
      if (!failsAnyway.has(test)) {
        failsAnyway.set(test, (await runner.run([test], null)).length > 0)
      }
      if (!failsAnyway.get(test)) return true
    }
  }
  return false
}

/** In an order that a seed tells (mulberry32). */
function shuffled(list, seed) {
  let state = seed
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return list
    .map((entry) => [random(), entry])
    .sort(([a], [b]) => a - b)
    .map(([, entry]) => entry)
}
