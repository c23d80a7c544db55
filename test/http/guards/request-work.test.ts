import { EventEmitter } from 'node:events'
import type { FastifyReply, FastifyRequest } from 'fastify'
import inject from 'light-my-request'
import { describe, expect, test } from 'vitest'
import { RateLimitedError, RequestAbortedError, ServerBusyError } from '../../../src/errors.ts'
import type { Principal } from '../../../src/http/auth/grant.ts'
import { HeavyLane } from '../../../src/http/guards/heavy-lane.ts'
import { HeavyQueries } from '../../../src/http/guards/heavy-queries.ts'
import { LightLane } from '../../../src/http/guards/light-lane.ts'
import { type Lanes, RequestWork } from '../../../src/http/guards/request-work.ts'
import { RetryAdvice } from '../../../src/http/guards/retry-advice.ts'
import { Turns } from '../../../src/http/guards/turns.ts'

class Raw extends EventEmitter {
  readonly timeouts: number[] = []

  setTimeout(milliseconds: number): void {
    this.timeouts.push(milliseconds)
  }
}

function lanes({ places = 2, queueLength = 2, maxBytes = 100_000_000 } = {}) {
  return {
    light: new LightLane(1, 2),
    approach: new LightLane(1, 2),
    heavy: new HeavyLane({ places, queueLength, maxBytes }),
    knownHeavy: new HeavyQueries(),
    writing: new Turns(),
    retryAdvice: new RetryAdvice(2),
    timeoutSeconds: 60,
    sendTimeoutSeconds: 30,
  }
}

function begin(shared: ReturnType<typeof lanes>) {
  const raw = new Raw()
  const request = { ip: '127.0.0.1' } as FastifyRequest
  const work = new RequestWork(shared, request, { raw } as unknown as FastifyReply)
  return { work, raw, close: () => raw.emit('close') }
}

describe('RequestWork', () => {
  test('leaves the light lane when it reserves, and the heavy one when it is done', async () => {
    const shared = lanes()
    const { work, close } = begin(shared)
    const seen = await work.run('q', async () => {
      const before = [shared.light.running, shared.heavy.running]
      await work.reserve(1000)
      return [before, [shared.light.running, shared.heavy.running]]
    })
    expect(seen).toEqual([
      [1, 0],
      [0, 1],
    ])
    expect([shared.light.running, shared.heavy.running, shared.heavy.bytes]).toEqual([0, 0, 1000])
    close()
    expect(shared.heavy.bytes).toBe(0)
  })

  test('reserves all in all, not on top', async () => {
    const shared = lanes()
    const { work } = begin(shared)
    await work.run('q', async () => {
      await Promise.all([work.reserve(1000), work.reserve(3000), work.reserve(2000)])
      expect(shared.heavy.bytes).toBe(3000)
      expect(shared.heavy.running).toBe(1)
    })
  })

  test('that is heavy begins apart from the light ones the next time', async () => {
    const shared = lanes()
    const first = begin(shared)
    await first.work.run('q', () => first.work.reserve(1000))
    const second = begin(shared)
    await second.work.run('q', async () => {
      expect([shared.light.running, shared.approach.running]).toEqual([0, 1])
    })
    const third = begin(shared)
    await third.work.run('q', async () => {
      expect([shared.light.running, shared.approach.running]).toEqual([1, 0])
    })
  })

  test('takes no place for what is still asked after it has failed', async () => {
    const shared = lanes()
    const { work, close } = begin(shared)
    const fault = new Error('no')
    await expect(work.run('q', () => Promise.reject(fault))).rejects.toBe(fault)
    expect(work.signal.aborted).toBe(true)
    await expect(work.reserve(1000)).rejects.toThrow(RequestAbortedError)
    close()
    expect([shared.light.running, shared.heavy.running, shared.heavy.bytes]).toEqual([0, 0, 0])
  })

  test('takes no more memory for what is still asked after it was done', async () => {
    const shared = lanes()
    const { work, close } = begin(shared)
    await work.run('q', () => work.reserve(1000))
    await expect(work.reserve(5000)).rejects.toThrow(RequestAbortedError)
    expect(shared.heavy.bytes).toBe(1000)
    close()
    expect(shared.heavy.bytes).toBe(0)
  })

  test.each([false, true])(
    'gives back a place that it gets too late; its client gone: %s',
    async (isGone) => {
      const shared = lanes()
      let end = () => {}
      const hasEnded = new Promise<void>((resolve) => {
        end = resolve
      })
      const heavy = {
        enter: async (client: string, bytes: number) => {
          const place = await shared.heavy.enter(client, bytes, new AbortController().signal)
          await hasEnded
          return place
        },
      } as unknown as HeavyLane
      const { work, close } = begin({ ...shared, heavy })
      let reserved: Promise<void> | undefined
      await work.run('q', async () => {
        reserved = work.reserve(1000)
        reserved.catch(() => {})
      })
      if (isGone) close()
      end()
      await expect(reserved).rejects.toThrow(RequestAbortedError)
      expect([shared.heavy.running, shared.heavy.bytes]).toEqual([0, isGone ? 0 : 1000])
      close()
      expect(shared.heavy.bytes).toBe(0)
    },
  )

  test('gives up its place in the queue when it fails meanwhile', async () => {
    const shared = lanes({ places: 1 })
    const other = begin(shared)
    let end = () => {}
    const running = other.work.run('other', async () => {
      await other.work.reserve(1000)
      await new Promise<void>((resolve) => {
        end = resolve
      })
    })
    while (shared.heavy.running === 0) await Promise.resolve()
    const { work, close } = begin(shared)
    let reserved: Promise<void> | undefined
    const failing = work.run('q', async () => {
      reserved = work.reserve(1000)
      reserved.catch(() => {})
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await expect(reserved).rejects.toThrow(RequestAbortedError)
    expect(shared.heavy.waiting).toBe(0)
    close()
    end()
    await running
    expect(shared.heavy.running).toBe(0)
  })

  test('whose client goes away keeps its memory until what runs for it has ended', async () => {
    const shared = lanes()
    const { work, close } = begin(shared)
    await work.run('q', async () => {
      await work.reserve(1000)
      close()
      expect(work.signal.aborted).toBe(true)
      expect(shared.heavy.bytes).toBe(1000)
    })
    expect(shared.heavy.bytes).toBe(0)
  })

  test('is refused as a whole where it finds no room for one part', async () => {
    const shared = lanes({ places: 1, queueLength: 0 })
    const other = begin(shared)
    await other.work.run('other', async () => {
      await other.work.reserve(1000)
      const { work } = begin(shared)
      const refused = work.run('q', async () => {
        await work.reserve(1000).catch(() => {})
        return 'an answer with a part that failed'
      })
      await expect(refused).rejects.toThrow(ServerBusyError)
    })
    expect(shared.heavy.running).toBe(0)
  })

  test('bounds how long its answer may stand still, from when it is sent', () => {
    const { work, raw } = begin(lanes())
    expect(raw.timeouts).toEqual([])
    work[Symbol.dispose]()
    expect(raw.timeouts).toEqual([30_000])
  })

  test('sets no timer for the answer to an injected request, which has it at once', async () => {
    const timeouts: number[] = []
    await inject((_, raw) => {
      raw.setTimeout = (milliseconds) => {
        timeouts.push(milliseconds)
        return raw
      }
      raw.end('answered')
      const request = { ip: '127.0.0.1' } as FastifyRequest
      new RequestWork(lanes(), request, { raw } as unknown as FastifyReply)[Symbol.dispose]()
    }, '/')
    expect(timeouts).toEqual([])
  })
})

test('clients have their turns by who they are, or else by their address', async () => {
  const clients: string[] = []
  const light = {
    enter: async (client: string) => {
      clients.push(client)
      return () => {}
    },
  } as unknown as LightLane
  for (const principal of [{ key: 'token:1' } as Principal, null]) {
    const request = { ip: '127.0.0.1', principal } as FastifyRequest
    const reply = { raw: new Raw() } as unknown as FastifyReply
    await new RequestWork({ ...lanes(), light }, request, reply).run('q', async () => {})
  }
  expect(clients).toEqual(['token:1', '127.0.0.1'])
})

describe('cells that are paid for', () => {
  const someone = {
    key: 'token:1',
    name: 'ann',
    grants: [],
    limits: { requestsPerMinute: null, cellsPerMinute: 100 },
  }

  function paying(takeCells: Lanes['takeCells'], principal: Principal | null = someone) {
    const shared = { ...lanes(), ...(takeCells && { takeCells }) }
    const request = { ip: '127.0.0.1', principal } as FastifyRequest
    return new RequestWork(shared, request, { raw: new Raw() } as unknown as FastifyReply)
  }

  test('are those that were not yet, of who sent the request', async () => {
    const paid: unknown[] = []
    const work = paying(async (principal, cells) => {
      paid.push([principal.key, cells])
    })
    for (const cells of [10, 10, 15, 12, 16]) await work.chargeCells(cells)
    expect(paid).toEqual([
      ['token:1', 10],
      ['token:1', 5],
      ['token:1', 1],
    ])
  })

  test('are none where nobody is known, or nothing is limited', async () => {
    const paid: unknown[] = []
    await paying(async (...payment) => {
      paid.push(payment)
    }, null).chargeCells(10)
    await paying(undefined).chargeCells(10)
    expect(paid).toEqual([])
  })

  test('and are too many refuse the request as a whole', async () => {
    const refusal = new RateLimitedError('cells', 10, 5, null)
    const work = paying(() => Promise.reject(refusal))
    const refused = work.run('q', async () => {
      await work.chargeCells(10).catch(() => {})
      return 'an answer with a part that failed'
    })
    await expect(refused).rejects.toBe(refusal)
  })

  test('fail as they are where something else goes wrong', async () => {
    const fault = new Error('no')
    const work = paying(() => Promise.reject(fault))
    const done = work.run('q', async () => {
      await expect(work.chargeCells(10)).rejects.toBe(fault)
      return 'the rest'
    })
    expect(await done).toBe('the rest')
  })
})

test('a text of 64 KB is not worth counting; a longer one is held until its client has it', () => {
  const shared = lanes()
  const { work, close } = begin(shared)
  work.hold(2 ** 16)
  expect(shared.heavy.bytes).toBe(0)
  work.hold(2 ** 16 + 1)
  expect(shared.heavy.bytes).toBe(2 ** 16 + 1)
  close()
  expect(shared.heavy.bytes).toBe(0)
})
