import type { Plugin } from 'vite'
import type { Mutant } from './mutants.mjs'

/** Changes one source file as it is loaded, where `npm run mutate` asks for it. */
export function changeSource(): Plugin {
  return {
    name: 'change-source',
    enforce: 'pre',
    transform(source, id) {
      const mutant: (Mutant & { readonly file: string }) | null = JSON.parse(
        process.env.SPIKEQL_MUTANT ?? 'null',
      )
      if (!mutant || id.split('?')[0] !== mutant.file) return undefined
      return source.slice(0, mutant.start) + mutant.text + source.slice(mutant.end)
    },
  }
}
