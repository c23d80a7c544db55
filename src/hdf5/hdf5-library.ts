import type * as H5wasm from 'h5wasm'
import { Hdf5Diagnostics } from './hdf5-diagnostics.ts'
import { type EmscriptenFileSystem, Sandbox } from './sandbox.ts'

export type Hdf5Module = NonNullable<Awaited<typeof H5wasm.ready>>
export type Hdf5Metadata = ReturnType<Hdf5Module['get_dataset_metadata']>

/** libhdf5 compiled to WebAssembly, and the world that it sees. */
export interface Hdf5Library {
  readonly module: Hdf5Module
  /** in memory */
  readonly files: EmscriptenFileSystem
  readonly sandbox: Sandbox
  readonly diagnostics: Hdf5Diagnostics
}

/**
 * An error of WebAssembly itself, after which the memory of the library cannot be trusted any more.
 */
export function isTrap(error: unknown): boolean {
  return error instanceof Error && error.name === 'RuntimeError'
}

let loading: Promise<Hdf5Library> | undefined

/**
 * The library, loaded once a thread. Its plain build: that for Node reads any file of the machine.
 */
export function loadHdf5(): Promise<Hdf5Library> {
  loading ??= load()
  return loading
}

async function load(): Promise<Hdf5Library> {
  // The module binds console.error while it loads: from then on, libhdf5's traces of failed calls
  // go to the diagnostics. What others print meanwhile goes where it always does.
  const diagnostics = new Hdf5Diagnostics()
  const { error } = console
  let isLoading = true
  console.error = (...lines) => (isLoading ? error(...lines) : diagnostics.note(lines[0]))
  try {
    const { ready } = await import('h5wasm')
    const module = await ready
    isLoading = false
    // h5wasm's type of it lacks what Emscripten's has.
    const files = module.FS as unknown as EmscriptenFileSystem
    assertHeard(module, diagnostics)
    return { module, files, sandbox: new Sandbox(files), diagnostics }
  } finally {
    isLoading = false
    console.error = error
  }
}

/** Whoever loaded h5wasm before would hear of its failures, and damage be taken for absence. */
function assertHeard(module: Hdf5Module, diagnostics: Hdf5Diagnostics): void {
  module.open('/nothing', module.H5F_ACC_RDONLY, false, -1, -1)
  if (diagnostics.failures === 0) throw new Error('h5wasm was loaded before its diagnostics')
  diagnostics.failures = 0
  diagnostics.reason = ''
}
