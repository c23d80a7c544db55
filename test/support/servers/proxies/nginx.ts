import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { debianPrograms } from '../debian-programs.ts'
import { freePort } from '../free-port.ts'
import { writeCertificate } from './certificate.ts'
import { type RunningProxy, runProxy } from './running-proxy.ts'

/** nginx with deploy/nginx/spikeql.conf, for these replicas: only addresses and files differ. */
export async function startNginx(
  folder: string,
  replicas: readonly number[],
): Promise<RunningProxy> {
  const [httpPort, httpsPort] = [await freePort(), await freePort()]
  await mkdir(join(folder, 'logs'), { recursive: true })
  const { key, certificate } = await writeCertificate(folder)
  const shipped = await readFile('deploy/nginx/spikeql.conf', 'utf8')
  const servers = replicas.map((port) => `server 127.0.0.1:${port} max_fails=1 fail_timeout=1s;`)
  const site = shipped
    .replace(/server 127\.0\.0\.1:4001 [\s\S]*server 127\.0\.0\.1:4002 [^\n]*/, servers.join('\n'))
    .replace('listen 80;', `listen 127.0.0.1:${httpPort};`)
    .replace('listen 443 ssl', `listen 127.0.0.1:${httpsPort} ssl`)
    .replaceAll('spikes.example', 'localhost')
    .replace('/etc/ssl/spikeql/fullchain.pem', certificate)
    .replace('/etc/ssl/spikeql/privkey.pem', key)
    .replace('/var/cache/nginx/spikeql', join(folder, 'cache'))
    // All clients of the test have one address.
    .replace('rate=200r/s', 'rate=100000r/s')
  await writeFile(join(folder, 'site.conf'), site)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n')
  const main = `user root;
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 1024; }
http { access_log off; ${temporary} include ${folder}/site.conf; }
`
  const file = join(folder, 'nginx.conf')
  await writeFile(file, main)
  return runProxy([debianPrograms.nginx, '-p', folder, '-c', file], {
    httpPort,
    httpsPort,
    certificate,
  })
}
