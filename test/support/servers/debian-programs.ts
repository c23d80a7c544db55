import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** What tests with Debian's servers and programs run, by the package that has it. */
export const debianPrograms = {
  haproxy: '/usr/sbin/haproxy',
  nginx: '/usr/sbin/nginx',
  postgresql: '/usr/lib/postgresql/15/bin/postgres',
  'redis-server': '/usr/bin/redis-server',
  snakemake: '/usr/bin/snakemake',
  'slurm-wlm': '/usr/sbin/slurmctld',
} as const

/** Packages whose programs are not where Debian puts them; under DEBIAN_ROOT, if that is set. */
export function missingDebianPackages(): string[] {
  const root = process.env.DEBIAN_ROOT ?? '/'
  return Object.entries(debianPrograms).flatMap(([name, path]) =>
    existsSync(join(root, path)) ? [] : name,
  )
}
