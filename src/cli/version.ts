import { readFileSync } from 'node:fs'
import { packageRoot } from '../package-root.ts'

/** SpikeQL's version, as package.json has it. */
export const version: string = JSON.parse(
  readFileSync(new URL('package.json', packageRoot), 'utf8'),
).version
