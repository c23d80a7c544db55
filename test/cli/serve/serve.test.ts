import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { run, type Started, start, startProgram } from '../run-command.ts'
import { temporaryFolder, writeSampleSession } from '../sample-folder.ts'

let folder: string
let recording: string
beforeAll(async () => {
  folder = await temporaryFolder()
  recording = await writeSampleSession(folder)
})

let server: Started | null = null
afterEach(() => {
  server?.process.kill('SIGKILL')
  server = null
})

/** Serve on a free port, from one thread; settles when it has told how to ask. */
async function serve(args: readonly string[], cwd = folder) {
  server = start(['serve', ...args, '--port', '0', '--threads', '1'], { cwd })
  const [, url] = await server.seen(/^GraphQL +(\S+)\/graphql$/m)
  await server.seen(/Ctrl-C.*\n/)
  return { server, url: url as string }
}

const endsWith = async ({ process: child, ended }: Started, signal: NodeJS.Signals) => {
  child.kill(signal)
  return (await ended).code
}

describe('spikeql serve', () => {
  test('gives its addresses under the path that clients know it under', async () => {
    const { server, url } = await serve(['.', '--base-path', '/spikeql', '--drain-delay', '0'])
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/spikeql$/)
    const health = await fetch(`${url}/health/ready`)
    expect(health.status).toBe(200)
    expect(await endsWith(server, 'SIGTERM')).toBe(0)
  })

  test('tells what it serves, what it refuses, and where', async () => {
    await writeFile(join(folder, 'notes.nwb'), 'no recording')
    const { server, url } = await serve(['.'])
    await rm(join(folder, 'notes.nwb'))
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const health = await fetch(`${url}/health/ready`)
    expect(health.status).toBe(200)
    const explorer = await fetch(url, { headers: { accept: 'text/html' } })
    expect(await explorer.text()).toContain('<title>SpikeQL</title>')
    expect(await endsWith(server, 'SIGTERM')).toBe(0)
    const { stdout, stderr } = await server.ended
    expect(stdout).toMatch(
      /^Serving 1 session:\n.*\n +810000001 +brain_observatory_1\.1 +\d+ +258 +session_810000001\.nwb\n/,
    )
    expect(stdout).toMatch(/\nNot served:\n {2}notes\.nwb is not an HDF5 file\./)
    expect(stdout).toContain(`explorer ${url}\nGraphiQL ${url}/graphiql\nGraphQL  ${url}/graphql\n`)
    expect(stdout).toContain(`health   ${url}/health/live and ${url}/health/ready\n`)
    expect(stderr).toContain(
      'SIGTERM: reporting not ready; no new requests after 1 s, then up to 30 s for running ones. Send it again to stop immediately.\nStopped; all requests were completed.\n',
    )
    expect(stderr).not.toContain('warning')
  })

  test('shows a command that works as it stands', async () => {
    const { server } = await serve([recording, '--drain-delay', '0'])
    const [command] = await server.seen(/^curl .*$/m)
    const { stdout } = await promisify(execFile)('/bin/sh', ['-c', command])
    const { data, errors } = JSON.parse(stdout)
    expect(errors).toBeUndefined()
    expect(data.session.areas.length).toBeGreaterThan(5)
    const [epoch] = data.session.stimulusEpochs
    expect(epoch.binnedActivity[0].shape).toEqual([10, expect.any(Number)])
    expect(await endsWith(server, 'SIGINT')).toBe(0)
  })

  test('says when files come and go', async () => {
    const { server } = await serve(['.', '--rescan-seconds', '0.1'])
    const copy = join(folder, 'z_copy.nwb')
    // Of other content: the same would be refused as a copy.
    await writeFile(copy, Buffer.concat([await readFile(recording), Buffer.of(0)]))
    await server.seen(/^now served: session \S+ \(z_copy\.nwb\)$/m)
    await rm(copy)
    await server.seen(/^no longer served: session \S+ \(z_copy\.nwb\)$/m)
    await writeFile(copy, 'no recording')
    await server.seen(/^not served: z_copy\.nwb is not an HDF5 file\./m)
    await rm(copy)
  })

  test('writes the sample sessions first when it is given nothing', async () => {
    const cwd = await temporaryFolder()
    // What is left when a writing was killed.
    await mkdir(join(cwd, 'sample-data/.partial-1'), { recursive: true })
    const { server } = await serve([], cwd)
    await server.seen(/^Serving 3 sessions:$/m)
    await server.seen(/^No path given: wrote sample sessions to sample-data\.$/m)
  })

  test('serves others only with tokens, or when told to', async () => {
    const { code, stderr } = await run(['serve', recording, '--host', '0.0.0.0', '--port', '0'])
    expect(code).toBe(1)
    expect(stderr).toBe(
      'error: Anyone who can reach 0.0.0.0 could read these recordings. Create a token with spikeql token create NAME, and serve with --auth tokens.json; or serve everyone with --no-auth. See docs/securing.md.\n',
    )
    const { server } = await serve([recording, '--host', '0.0.0.0', '--no-auth'])
    await server.seen(/^warning: anyone who can reach 0\.0\.0\.0 can read these recordings/m)
  })

  test('tells the cure when the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { code, stderr } = await run(['serve', recording, '--port', `${port}`])
    other.close()
    expect(code).toBe(1)
    expect(stderr).toBe(
      `error: Port ${port} is in use. Choose another with --port, such as --port ${port + 1}, or --port 0 for any free port.\n`,
    )
  })

  test('writes no sample sessions when the port is in use', async () => {
    const cwd = await temporaryFolder()
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { code, stderr } = await run(['serve', '--port', `${port}`], { cwd })
    other.close()
    expect(code).toBe(1)
    expect(stderr).toMatch(/^error: Port \d+ is in use\./)
    expect(await readdir(cwd)).toEqual([])
  })

  test('refuses a folder that is not there', async () => {
    // Its log would say, before or after, where it listens.
    expect(await run(['serve', 'no-such-folder', '--log-level', 'silent'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'error: No file or folder "no-such-folder". Give a folder of NWB files.\n',
    })
  })

  test('says by its exit code that a request was cut off when its time was over', async () => {
    const { server, url } = await serve([recording, '--drain-delay', '0', '--drain-timeout', '0.2'])
    const request = await beginRequest(url)
    expect(await endsWith(server, 'SIGTERM')).toBe(1)
    expect((await server.ended).stderr).toContain(
      'error: 1 request did not finish in 0.2 s and was aborted. Allow more time with --drain-timeout.\n',
    )
    request.destroy()
  })

  test.each<[NodeJS.Signals, number]>([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ])('a second %s cuts off what runs, and says so by its exit code', async (signal, code) => {
    const { server, url } = await serve([recording])
    const request = await beginRequest(url)
    server.process.kill(signal)
    await server.seen(/Send it again to stop immediately/)
    // One that follows at once is taken for the first: see stop-signal.test.ts.
    const again = setInterval(() => server.process.kill(signal), 100)
    const { stderr, code: found } = await server.ended
    clearInterval(again)
    expect(found).toBe(code)
    expect(stderr).toContain('running requests were aborted')
    request.destroy()
  })
})

describe('npm start', () => {
  test('passes arguments on, and leaves no server behind when npm is ended', async () => {
    // Without prestart: it would build while other tests run what is built.
    const options = ['--port', '0', '--drain-delay', '0']
    const args = ['start', '--ignore-scripts', '--', recording, ...options]
    server = startProgram('npm', args, {
      cwd: fileURLToPath(new URL('../../../', import.meta.url)),
    })
    const [, url] = await server.seen(/^GraphQL +(\S+)\/graphql$/m)
    await server.seen(/Ctrl-C.*\n/)
    expect((await fetch(`${url}/health/live`)).status).toBe(200)
    expect(await endsWith(server, 'SIGTERM')).toBe(0)
    await expect(fetch(`${url}/health/live`)).rejects.toThrow('fetch failed')
  })
})

/** A request that never comes to its end. */
async function beginRequest(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.write('POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n')
  socket.write('content-length: 100\r\nexpect: 100-continue\r\n\r\n')
  const [response] = await once(socket, 'data')
  expect(String(response)).toBe('HTTP/1.1 100 Continue\r\n\r\n')
  socket.write('{')
  return socket
}
