// Bundles the built command and its threads into dist/bundle: few files in place of many hundred,
// and libhdf5 as it is, take a sixth off the start of a server, and off an export.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { rolldown } from 'rolldown'

/** Packages that are left as they are. */
const left = [
  // Programs that embed the server have it, too, and two copies do not work together.
  'graphql',
  // They start threads from files of their own.
  'pino',
  'piscina',
  // Few commands need them.
  '@bomb.sh/tab',
  '@uwdata/flechette',
  'aws4fetch',
  'cli-progress',
  'csv-parse',
  'csv-stringify',
  'fast-xml-parser',
  'htmlparser2',
  'hyparquet-writer',
  'ioredis',
  'jose',
  'light-my-request',
  'pg',
  'rate-limiter-flexible',
  'undici',
  // Nothing does: no route has a JSON schema.
  '@fastify/ajv-compiler',
  '@fastify/fast-json-stringify-compiler',
]

/** By module: see {@link wantsPackages}. */
const packagesWanted = new Map()

const bundle = await rolldown({
  input: {
    main: 'dist/cli/main.js',
    'run-program': 'dist/cli/run-program.js',
    'embedded-server': 'dist/embedding/server.js',
    'embedded-reader': 'dist/embedding/reader.js',
    'reader-worker': 'dist/readers/thread/reader-worker.js',
    'fetch-worker': 'dist/byte-sources/fetcher/fetch-worker.js',
    'disk-worker': 'dist/byte-sources/disk/disk-worker.js',
  },
  platform: 'node',
  external: isLeft,
  plugins: [hashesOfNode(), webAssemblyAside(), licences(), buildId()],
})
await bundle.write({
  dir: 'dist/bundle',
  cleanDir: true,
  chunkFileNames: '[name].js',
  codeSplitting: { groups: [{ name: groupOf, debugName: 'reading' }] },
})

/** Whether it is one of those packages, or a module of Node. */
function isLeft(id) {
  return id.startsWith('node:') || left.some((name) => id === name || id.startsWith(`${name}/`))
}

/**
 * What reads recordings is one file, for each costs a millisecond; but what wants packages of its
 * own is loaded with them, when it is needed.
 */
function groupOf(id, context) {
  const reads = /dist.(domain|formats|byte-sources|hdf5|nwb|sessions|readers|cache|catalog)./.test(
    id,
  )
  return reads && !wantsPackages(id, context) ? 'reading' : null
}

/** Whether a module, or one that it imports, wants what is left as it is. */
function wantsPackages(id, context) {
  const known = packagesWanted.get(id)
  if (known !== undefined) return known
  const { importedIds } = context.getModuleInfo(id) ?? { importedIds: [] }
  const wants = importedIds.some((imported) => isLeft(imported) || wantsPackages(imported, context))
  packagesWanted.set(id, wants)
  return wants
}

/**
 * Puts libhdf5 into a file of its own: it need not be parsed as text, and decoded letter by
 * letter, each time a thread starts.
 */
function webAssemblyAside() {
  const begin = 'function findWasmBinary(){return '
  return {
    name: 'web-assembly-aside',
    transform: {
      filter: { id: /h5wasm.*hdf5_util\.js$/ },
      handler(code) {
        const [before, behind] = code.split(begin)
        const [call, letters] = /^binaryDecode\(('(?:[^'\\]|\\.)*')\)/s.exec(behind ?? '') ?? []
        if (!letters) this.error('h5wasm keeps its WebAssembly in another way: see bundle.mjs')
        // A literal of the package itself, read as it would read it; in
        // it, letter 256 stands for 0.
        const text = new Function(`return ${letters}`)()
        const source = Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff)
        this.emitFile({ type: 'asset', fileName: 'hdf5.wasm', source })
        const aside = "readFileSync(new URL('./hdf5.wasm', import.meta.url))"
        const rest = behind.slice(call.length)
        const program = `import { readFileSync } from 'node:fs';${before}${begin}${aside}${rest}`
        return { code: program, map: { mappings: '' } }
      },
    },
  }
}

/** Apollo Server hashes by a program in JavaScript where it takes a bundle for a browser's. */
function hashesOfNode() {
  return {
    name: 'hashes-of-node',
    resolveId: {
      filter: { id: /^@apollo\/utils\.createhash$/ },
      handler: () => ({ id: 'node:crypto', external: true }),
    },
  }
}

/** The licences of what is bundled, beside it; of some packages only their names for it. */
function licences() {
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds)
      for (const folder of new Set(modules.flatMap(packageOf))) {
        const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`))
        const file = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file))
        if (!file && !license) this.error(`${name} has no licence to be kept beside it`)
        const source = file ? readFileSync(`${folder}/${file}`) : `${name} ${version}: ${license}\n`
        this.emitFile({ type: 'asset', fileName: `licences/${name.replace('/', '-')}.txt`, source })
      }
    },
  }
}

/** The folder of the package that a module is part of, where it is of any. */
function packageOf(id) {
  return /^.*\/node_modules\/(@[^/]+\/)?[^/]+/.exec(id)?.slice(0, 1) ?? []
}

/** Names the code, so that what another build has stored is not believed. */
function buildId() {
  return {
    name: 'build-id',
    generateBundle(_, bundle) {
      const hash = createHash('sha256')
      for (const name of Object.keys(bundle).sort()) {
        const { code, source } = bundle[name]
        hash.update(`${name}\0`).update(code ?? source)
      }
      this.emitFile({ type: 'asset', fileName: 'build-id.txt', source: hash.digest('hex') })
    },
  }
}
