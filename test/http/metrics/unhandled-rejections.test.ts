import { describe, expect, test } from 'vitest'
import { UnhandledRejections } from '../../../src/http/metrics/unhandled-rejections.ts'
import { recordingLogger } from '../../graphql/execute.ts'
import { unhandledDuring } from '../../graphql/execution/unhandled-rejections.ts'

describe('an unhandled rejection', () => {
  test('is counted and logged in full, until they are watched no more', async () => {
    const { logger, logged } = recordingLogger()
    const fault = new Error('nobody waits')
    // Elsewhere than in the test runner, whose own listener would fail the test.
    await unhandledDuring(async () => {
      const rejections = new UnhandledRejections(logger)
      expect(rejections.count).toBe(0)
      process.emit('unhandledRejection', fault, Promise.resolve())
      expect(rejections.count).toBe(1)
      expect(logged).toEqual([{ err: fault }])
      rejections.stop()
      process.emit('unhandledRejection', fault, Promise.resolve())
      expect(rejections.count).toBe(1)
    })
  })
})
