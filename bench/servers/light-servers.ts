// Other servers over the same schema, resolvers and sessions:
// `node light-servers.js mercurius|mercurius-jit|yoga|apollo FOLDER`. Prints its address.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import fastify from 'fastify'
import { createYoga } from 'graphql-yoga'
import mercurius from 'mercurius'
import { projectFolder, version } from '../project.ts'

const built = <Module>(file: string): Promise<Module> =>
  import(pathToFileURL(join(projectFolder, 'dist', file)).href)

const { createSchema } =
  await built<typeof import('../../src/graphql/schema.ts')>('graphql/schema.js')
const { createContext } =
  await built<typeof import('../../src/graphql/context.ts')>('graphql/context.js')
const { OpenCatalog } = await built<typeof import('../../src/cli/open/open-catalog.ts')>(
  'cli/open/open-catalog.js',
)

const [kind, folder = ''] = process.argv.slice(2)
const { noIndex } = await built<typeof import('../../src/cache/stored/stored-index.ts')>(
  'cache/stored/stored-index.js',
)
const access = {
  index: noIndex,
  cacheFolder: null,
  remote: { dandiApi: 'https://127.0.0.1', cacheGb: 0, maxFetchMb: 1 },
}
const { catalog } = await OpenCatalog.open([folder], access)
await catalog.sessions()
const schema = createSchema()
const context = () => createContext({ catalog, version })

process.once('SIGINT', () => process.exit())
console.log(await listen())

async function listen(): Promise<string> {
  if (kind === 'mercurius' || kind === 'mercurius-jit') {
    const app = fastify()
    const jit = kind === 'mercurius-jit' ? 1 : 0
    app.register(mercurius, { schema, jit, context: () => ({ ...context() }) })
    return app.listen({ host: '127.0.0.1', port: 0 })
  }
  if (kind === 'yoga') {
    const server = createServer(createYoga({ schema, context, logging: false }))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  // Apollo's own standalone server, which answers at every path.
  const { url } = await startStandaloneServer(new ApolloServer({ schema }), {
    listen: { host: '127.0.0.1', port: 0 },
    context: async () => context(),
  })
  return url
}
