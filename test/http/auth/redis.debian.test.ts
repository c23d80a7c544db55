import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Principal } from '../../../src/http/auth/grant.ts'
import { RateLimits } from '../../../src/http/auth/rate-limits.ts'
import { type Started, startProgram } from '../../cli/run-command.ts'
import { debianPrograms } from '../../support/servers/debian-programs.ts'
import { freePort } from '../../support/servers/free-port.ts'

let redis: Started
let port = 0

beforeAll(async () => {
  port = await freePort()
  const memory = ['--save', '', '--appendonly', 'no']
  redis = startProgram(debianPrograms['redis-server'], [
    ...['--port', `${port}`, '--bind', '127.0.0.1'],
    ...memory,
  ])
  await redis.seen(/Ready to accept connections/)
})

afterAll(async () => {
  redis.process.kill('SIGKILL')
  await redis.ended
})

const principal: Principal = {
  key: 'token:a',
  name: 'a',
  grants: [],
  limits: { requestsPerMinute: 3, cellsPerMinute: 100 },
}

/** As a replica has them. */
async function replica(): Promise<RateLimits> {
  const client = new Redis(port, '127.0.0.1', {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
  })
  client.on('error', () => {})
  await new Promise((ready) => client.once('ready', ready))
  return new RateLimits(client)
}

test('replicas count together, and each for itself when Redis is gone', async () => {
  const [one, other] = [await replica(), await replica()]
  await one.takeRequest(principal)
  await other.takeRequest(principal)
  await one.takeRequest(principal)
  await expect(other.takeRequest(principal)).rejects.toThrow('More than 3 requests in a minute')
  await one.takeCells(principal, 60)
  await expect(other.takeCells(principal, 60)).rejects.toThrow('100 per minute')
  // What was refused does not count.
  await other.takeCells(principal, 40)
  redis.process.kill('SIGKILL')
  await redis.ended
  await one.takeRequest(principal)
  await other.takeRequest(principal)
  one.close()
  other.close()
})
