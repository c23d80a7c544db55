import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { debianPrograms } from '../debian-programs.ts'
import { freePort } from '../free-port.ts'
import { writeCertificate } from './certificate.ts'
import { type RunningProxy, runProxy } from './running-proxy.ts'

/** HAProxy with deploy/haproxy/spikeql.cfg, for these replicas. */
export async function startHaproxy(
  folder: string,
  replicas: readonly number[],
): Promise<RunningProxy> {
  const [httpPort, httpsPort] = [await freePort(), await freePort()]
  await mkdir(folder, { recursive: true })
  const { key, certificate } = await writeCertificate(folder)
  const both = join(folder, 'both.pem')
  await writeFile(both, (await readFile(certificate, 'utf8')) + (await readFile(key, 'utf8')))
  const shipped = await readFile('deploy/haproxy/spikeql.cfg', 'utf8')
  const servers = replicas.map((port, i) => `    server replica-${i + 1} 127.0.0.1:${port}`)
  const configuration = shipped
    .replace(/ {4}server replica-1 [\s\S]*server replica-2 [^\n]*/, servers.join('\n'))
    .replace('bind :80', `bind 127.0.0.1:${httpPort}`)
    .replace('bind :443', `bind 127.0.0.1:${httpsPort}`)
    .replace('/etc/ssl/spikeql/haproxy.pem', both)
    // All clients of the test have one address.
    .replace('gt 400', 'gt 100000')
  const file = join(folder, 'haproxy.cfg')
  await writeFile(file, configuration)
  // In the foreground, and with no warning.
  return runProxy([debianPrograms.haproxy, '-db', '-dW', '-f', file], {
    httpPort,
    httpsPort,
    certificate,
  })
}
