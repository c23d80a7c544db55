// The reader loads h5wasm before anything else of a process does: the library writes its traces to
// what console.error is at that moment, and the reader listens there.
import { loadHdf5 } from '../../src/hdf5/hdf5-library.ts'

await loadHdf5()
