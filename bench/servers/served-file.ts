import { join } from 'node:path'
import { projectFolder } from '../project.ts'
import { Served } from './served.ts'

/** How a file is reached. */
export interface Line {
  readonly name: string
  /** ms */
  readonly latency: number
  readonly megabytesPerSecond: number
}

/** As between continents. */
export const far: Line = { name: 'far', latency: 80, megabytesPerSecond: 12.5 }
export const near: Line = { name: 'near', latency: 20, megabytesPerSecond: 50 }

const program = join(
  projectFolder,
  'node_modules/.cache/spikeql-bench/built/bench/servers/line-server.js',
)

/** A server of one file, at any path below its address, over a line. */
export const serveFile = ({ latency, megabytesPerSecond }: Line, file: string): Promise<Served> =>
  Served.run([program, file, String(latency), String(megabytesPerSecond)])
