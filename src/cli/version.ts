import { readFileSync } from 'node:fs'

/** SpikeQL's version, as package.json tells it; it lies as far above src/cli as above dist/cli. */
export const version: string = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
).version
