import { readFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'

/** What the figures were measured on; a line each. */
export function machineLines(pythonVersions: string | null): string[] {
  const [cpu] = cpus()
  return [
    `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory`,
    `${systemName()}, Linux ${release()}`,
    `Node ${process.version}`,
    pythonVersions ?? 'no python3 with numpy and h5py',
  ]
}

function systemName(): string {
  try {
    return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'Linux'
  } catch {
    return 'Linux'
  }
}
