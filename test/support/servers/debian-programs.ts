import { existsSync } from 'node:fs'

/** What tests with Debian's servers and programs run, by the package that has it. */
export const debianPrograms = {
  nginx: '/usr/sbin/nginx',
  postgresql: '/usr/lib/postgresql/15/bin/postgres',
  'redis-server': '/usr/bin/redis-server',
  snakemake: '/usr/bin/snakemake',
} as const

/** Packages whose programs are not where Debian puts them. */
export function missingDebianPackages(): string[] {
  return Object.entries(debianPrograms).flatMap(([name, path]) => (existsSync(path) ? [] : name))
}
