import type * as H5wasm from 'h5wasm'
import { type EmscriptenFileSystem, Sandbox } from './sandbox.ts'

export type Hdf5Module = NonNullable<Awaited<typeof H5wasm.ready>>
export type Hdf5Metadata = ReturnType<Hdf5Module['get_dataset_metadata']>

/** libhdf5 compiled to WebAssembly, and the world that it sees. */
export interface Hdf5Library {
  readonly module: Hdf5Module
  readonly sandbox: Sandbox
}

let loading: Promise<Hdf5Library> | undefined

/** The library, loaded once a thread. Its plain build: that for Node reads any file of the machine. */
export function loadHdf5(): Promise<Hdf5Library> {
  loading ??= load()
  return loading
}

async function load(): Promise<Hdf5Library> {
  // libhdf5 narrates every failed call on stderr. The module binds console.error while it loads, so it is given a mute one;
  // whoever calls it checks its status instead.
  const { error } = console
  console.error = () => {}
  try {
    const { ready } = await import('h5wasm')
    const module = await ready
    return { module, sandbox: new Sandbox(module.FS as unknown as EmscriptenFileSystem) }
  } finally {
    console.error = error
  }
}
