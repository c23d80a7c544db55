// Holds a tag against what would be released, and writes the release's notes, those of its version
// in the changelog:
//
//     node .ci/check-release.mjs v0.1.0
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [tag = ''] = process.argv.slice(2)
const version = tag.replace(/^v/, '')
const versionOf = (file) => JSON.parse(readFileSync(file, 'utf8')).version
const changelog = readFileSync('CHANGELOG.md', 'utf8')
const [, heading, notes] =
  changelog
    .split(/^(?=## )/m)
    .map((part) => /^## (.+)\n([\s\S]*)/.exec(part))
    .find((part) => part?.[1].startsWith(version)) ?? []

const faults = [
  ...['package.json', 'packages/client/package.json'].flatMap((file) =>
    versionOf(file) === version ? [] : [`${file} is ${versionOf(file)}`],
  ),
  ...[
    ['CITATION.cff', `\nversion: ${version}\n`],
    ['clients/python/pyproject.toml', `\nversion = "${version}"\n`],
  ].flatMap(([file, line]) =>
    readFileSync(file, 'utf8').includes(line) ? [] : [`${file} has another version`],
  ),
  ...(heading === undefined ? ['CHANGELOG.md does not have it'] : []),
  ...(heading?.includes('unreleased') ? ['CHANGELOG.md calls it unreleased'] : []),
]
for (const fault of faults) console.error(`${tag}: ${fault}`)
if (faults.length === 0) {
  writeFileSync(join(process.env.RUNNER_TEMP ?? tmpdir(), 'notes.md'), notes.trim())
}
process.exit(faults.length > 0 ? 1 : 0)
