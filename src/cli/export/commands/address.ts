import type { Command } from 'commander'
import { arrayRoot } from '../../../addresses/array-address.ts'
import type { ExportRequest } from '../../../exports/export-kind.ts'
import { type FileFormat, fileFormats } from '../../../formats/file-format.ts'
import { CommandError } from '../../terminal/command-error.ts'
import { addExportKind } from '../export-command.ts'

interface AddressOptions {
  readonly address: string
  readonly out?: string
}

const formats: readonly FileFormat[] = ['npz', 'npy', 'arrow', 'csv', 'parquet', 'csr']

/** `spikeql export address`: whatever has an address on a server. */
export function addAddressCommand(parent: Command): Command {
  return addExportKind<AddressOptions>(parent, {
    name: 'address',
    summary: 'anything that a server would return at an address',
    description:
      'Write what a server would return at an address that href gives in a query. If the whole address is given, the version of the recording is checked too.',
    formats,
    fileName: 'session_<id>_<kind>',
    addOptions: (command) =>
      command.requiredOption(
        '--address <address>',
        "an href, or the part of one after its last /: the kind of file and the request, such as 'spike-train-statistics.csv?perInterval=true&epochs=all'",
      ),
    request: async ({ address, out, format: chosen }, byName) => {
      const { exportKinds } = await import('../../../exports/export-kinds.ts')
      const { root, fileName, search } = partsOf(address)
      const named = formats.filter((format) => fileName.endsWith(fileFormats[format].ending)).at(-1)
      const name = named ? fileName.slice(0, -fileFormats[named].ending.length) : fileName
      const kind = exportKinds.find((candidate) => candidate.name === name)
      if (!kind) {
        const known = exportKinds.map((candidate) => candidate.name).join(', ')
        throw new CommandError(`"${name.slice(0, 100)}" is not a kind of file. Kinds: ${known}.`)
      }
      const isChosen = chosen !== undefined || (out !== undefined && out !== '-')
      const format = isChosen ? byName : (named ?? kind.formats[0])
      const request = kind.read(name + fileFormats[format].ending, search)
      if (!request) {
        throw new CommandError(
          `${name} cannot be written as ${format}; possible: ${kind.formats.join(', ')}.`,
        )
      }
      return root === null ? request : ofVersion(request, root)
    },
    examples: [
      "715093703 --address 'isi-histogram.csv?units.areas=VISp&logarithmic=0.001..10..100'",
      "715093703 --address '/arrays/v1/715093703/71dfdb53e1f2/correlograms.npz?pairs=auto'",
    ],
  })
}

/** An address, with or without server and path of its session. */
function partsOf(address: string) {
  const [path = '', ...rest] = address.split('?')
  const start = path.indexOf('/arrays/')
  const end = path.lastIndexOf('/') + 1
  return {
    root: start < 0 ? null : path.slice(start, end),
    fileName: path.slice(end),
    search: rest.join('?'),
  }
}

/** The same request, of no other session, version of a recording, or of the rules. */
function ofVersion(request: ExportRequest, root: string): ExportRequest {
  return {
    ...request,
    async plan(source) {
      const { session, loaders } = source
      const fileVersion = await loaders.load(session, 'fileVersion')
      const own = arrayRoot({ sessionId: session.id, fileVersion })
      if (root === own) return request.plan(source)
      throw new CommandError(
        `The address is of ${root}, and this recording is ${own}: another session, version of its file, or version of SpikeQL. Query href for its address.`,
      )
    },
  }
}
