/** A .cpuprofile of V8, as far as it is read here. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: {
      readonly functionName: string
      readonly url: string
      /** from 0 on */
      readonly lineNumber?: number
      readonly columnNumber?: number
    }
  }[]
  readonly samples: readonly number[]
  /** µs after the previous sample, one per sample */
  readonly timeDeltas: readonly number[]
}

/** Where a function belongs, by its name and file; the first that fits. */
const kinds: readonly (readonly [string, (name: string, url: string) => boolean])[] = [
  // A thread of the pool waits for its next request in Atomics.wait.
  ['idle', (name) => name === '(idle)' || name === 'atomicsWaitLoop'],
  ['garbage collection', (name) => name === '(garbage collector)'],
  ['counting', (_, url) => /dist\/domain\/.*(count|spikes|search|bin)/.test(url)],
  [
    'reading',
    (name, url) =>
      /^(readSync|read|pread|fstat|open|close|preadv)$/.test(name) ||
      /dist\/(nwb|byte-sources)\//.test(url) ||
      /^node:(fs|internal\/fs|zlib)/.test(url),
  ],
  ['HDF5', (_, url) => /h5wasm|hdf5_util|^wasm:|dist\/hdf5\//.test(url)],
  [
    'writing responses',
    (name, url) =>
      /dist\/formats\/|response-text|encode-matrix/.test(url) ||
      /base64|Slice$|stringify/i.test(name),
  ],
  ['GraphQL', (_, url) => /node_modules\/(graphql|@apollo)\/|dist\/graphql\//.test(url)],
  [
    'HTTP',
    (name, url) =>
      /dist\/http\/|fastify|find-my-way|node:(_http|net|internal\/stream|internal\/streams|stream)/.test(
        url,
      ) || /^write/.test(name),
  ],
  [
    'loading programs',
    (name, url) =>
      /node:internal\/(modules|bootstrap|main|process\/pre)/.test(url) ||
      name.startsWith('compile'),
  ],
  [
    'threads',
    (name, url) => /piscina|worker|messag/i.test(url) || /postMessage|receiveMessage/.test(name),
  ],
]

/**
 * µs by what they were spent on.
 *
 * @param sourceOf the file that a place in a bundle comes from
 */
export function timeByKind(
  { nodes, samples, timeDeltas }: CpuProfile,
  sourceOf: (callFrame: CpuProfile['nodes'][number]['callFrame']) => string = ({ url }) => url,
): Map<string, number> {
  const kindOf = new Map(
    nodes.map(({ id, callFrame }) => {
      const url = sourceOf(callFrame)
      return [id, kinds.find(([, fits]) => fits(callFrame.functionName, url))?.[0] ?? 'other']
    }),
  )
  const times = new Map<string, number>()
  for (const [i, sample] of samples.entries()) {
    const kind = kindOf.get(sample) ?? 'other'
    times.set(kind, (times.get(kind) ?? 0) + (timeDeltas[i] ?? 0))
  }
  return times
}
