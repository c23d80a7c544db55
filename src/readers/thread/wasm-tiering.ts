import { setFlagsFromString } from 'node:v8'

/**
 * About how many bytes a function of WebAssembly executes before V8 compiles it once more,
 * optimized: a thousand times the usual number. libhdf5 is mostly through before that pays, and all
 * its compiling took a third of the time of an export; what runs for seconds is still optimized.
 */
const BYTES_BEFORE_OPTIMIZING = 2_000_000_000

/**
 * For programs that read one file and end. Holds for the whole process: call it once, at its start,
 * before libhdf5 is loaded.
 */
export function optimizeWasmLate(): void {
  setFlagsFromString(`--wasm-tiering-budget=${BYTES_BEFORE_OPTIMIZING}`)
}
