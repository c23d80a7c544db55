import { describe, expect, test } from 'vitest'
import { FetchFault } from '../../../src/byte-sources/remote/fetch-fault.ts'
import { withRetries } from '../../../src/byte-sources/remote/retries.ts'
import { RequestAbortedError } from '../../../src/errors.ts'

const policy = { attempts: 4, deadlineSeconds: 60, firstPause: 0.01 }
const transient = new FetchFault('transient', 'HTTP 503')

/** Fails so often, then succeeds. */
async function attemptsOf(faults: readonly Error[], changed: Partial<typeof policy> = {}) {
  let attempts = 0
  let retries = 0
  const outcome = await withRetries(
    async () => {
      const fault = faults[attempts++]
      if (fault) throw fault
      return 'done'
    },
    { ...policy, ...changed },
    { onRetry: () => retries++ },
  ).catch((error) => error)
  return { attempts, retries, outcome }
}

describe('what fails', () => {
  test('is tried again until it succeeds', async () => {
    expect(await attemptsOf([transient, transient, transient])).toEqual({
      attempts: 4,
      retries: 3,
      outcome: 'done',
    })
  })

  test('is tried so often, and what was tried is said', async () => {
    const reset = new FetchFault('transient', 'ECONNRESET', 0)
    const { attempts, outcome } = await attemptsOf([transient, transient, reset, transient])
    expect(attempts).toBe(4)
    expect(outcome).toMatchObject({ kind: 'transient', retryAfter: null })
    expect(outcome.message).toMatch(/^4 attempts in \d\.\d s: HTTP 503 x 3, ECONNRESET$/)
  })

  test('is tried twice where the file has changed', async () => {
    const changed = new FetchFault('changed', 'HTTP 412')
    expect(await attemptsOf([changed])).toMatchObject({ attempts: 2, outcome: 'done' })
    const { attempts, outcome } = await attemptsOf([changed, changed, changed])
    expect([attempts, outcome.kind]).toEqual([2, 'changed'])
  })

  test.each(['denied', 'missing', 'unsuitable'] as const)(
    'is not tried again where it is %s',
    async (kind) => {
      const fault = new FetchFault(kind, 'no')
      expect(await attemptsOf([fault])).toEqual({ attempts: 1, retries: 0, outcome: fault })
    },
  )

  test('is not tried again after the deadline', async () => {
    const late = new FetchFault('transient', 'HTTP 503', 2000)
    const { attempts, outcome } = await attemptsOf([late], { deadlineSeconds: 1 })
    expect([attempts, outcome]).toEqual([1, late])
  })
})

test('what is aborted is not tried, nor tried again', async () => {
  const controller = new AbortController()
  const options = { signal: controller.signal }
  const failing = withRetries(
    () => {
      controller.abort()
      return Promise.reject(transient)
    },
    policy,
    options,
  )
  await expect(failing).rejects.toThrow(RequestAbortedError)
  await expect(withRetries(async () => 1, policy, options)).rejects.toThrow(RequestAbortedError)
})
