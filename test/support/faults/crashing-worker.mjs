// The real reader thread, whose library traps, or goes in circles, while it reads certain files:
// their names say how often, over all threads.
import { existsSync, writeFileSync } from 'node:fs'
import answer from '../../../dist/readers/thread/reader-worker.js'

/** A module whose only function is `unreachable`: a genuine trap of WebAssembly. */
const trap = new WebAssembly.Module(
  Uint8Array.of(
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // magic, version
    ...[1, 4, 1, 0x60, 0, 0], // type: () -> ()
    ...[3, 2, 1, 0], // one function of it
    ...[7, 5, 1, 1, 0x66, 0, 0], // exported as "f"
    ...[10, 5, 1, 3, 0, 0, 0x0b], // its body: unreachable
  ),
)

export default async function answerOrCrash(task) {
  const { path } = task.location
  // As a thread ends whose heap is full.
  if (path.includes('memory') && task.name === 'countSpikes') {
    throw new Error('Worker terminated due to reaching memory limit: JS heap out of memory')
  }
  if (path.includes('look-without-end') && task.name === 'tables') {
    Atomics.store(task.begun, 0, 1)
    for (;;);
  }
  const mark = `${path}.crashed`
  const crashes =
    path.includes('crash-always') || (path.includes('crash-once') && !existsSync(mark))
  const circles = path.includes('circles')
  if (!(crashes || circles) || task.name !== 'countSpikes') return answer(task)
  writeFileSync(mark, '')
  const read = Atomics.load
  // The library is entered through this look at the flag, between two reads.
  Atomics.load = () => {
    while (circles);
    return new WebAssembly.Instance(trap).exports.f()
  }
  try {
    return await answer(task)
  } finally {
    Atomics.load = read
  }
}
