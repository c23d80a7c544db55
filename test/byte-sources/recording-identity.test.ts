import { describe, expect, test } from 'vitest'
import {
  isSameRecording,
  isSettled,
  recordingKey,
} from '../../src/byte-sources/recording-identity.ts'
import { fileLocation, locationKey } from '../../src/byte-sources/recording-location.ts'
import { httpAddress } from '../../src/byte-sources/remote/remote-address.ts'

const file = { size: 3, modifiedAt: 1.5, changedAt: 2.25, inode: 7 }
const remote = { size: 3, etag: '"a"', lastModified: null, versionId: null }
const address = httpAddress('https://lab.example/a.nwb?X-Amz-Signature=secret')

describe('a state of a file', () => {
  test('is the same where all is equal, and its key is of one place', () => {
    expect(isSameRecording(file, { ...file })).toBe(true)
    expect(recordingKey(fileLocation('/a'), file)).toBe(
      recordingKey(fileLocation('/a'), { ...file }),
    )
    expect(recordingKey(fileLocation('/a'), file)).not.toBe(recordingKey(fileLocation('/b'), file))
  })

  test.each([
    ['size', { size: 4 }],
    ['time of modification', { modifiedAt: 1.75 }],
    ['time of change', { changedAt: 2.5 }],
    ['inode', { inode: 8 }],
  ])('differs, and so does its key, where only the %s differs', (_, part) => {
    const other = { ...file, ...part }
    expect(isSameRecording(file, other)).toBe(false)
    expect(recordingKey(fileLocation('/a'), other)).not.toBe(recordingKey(fileLocation('/a'), file))
  })

  test('is settled when it was changed some seconds before it was read', () => {
    expect(isSettled(file, 3002.25)).toBe(false)
    expect(isSettled(file, 3002.5)).toBe(true)
  })
})

describe('a state of a remote file', () => {
  test('is the same for the same tag and size, and is settled', () => {
    expect(isSameRecording(remote, { ...remote })).toBe(true)
    expect(isSameRecording(remote, { ...remote, etag: '"b"' })).toBe(false)
    expect(isSettled(remote, 0)).toBe(true)
  })

  test('is never that of a file here', () => {
    expect(isSameRecording(remote, file)).toBe(false)
    expect(isSameRecording(file, remote)).toBe(false)
  })

  test('has a key without secrets', () => {
    expect(recordingKey(address, remote)).toMatch(/^[0-9a-f]{40}$/)
    expect(recordingKey(address, remote)).not.toBe(recordingKey(address, { ...remote, size: 4 }))
    expect(locationKey(address)).toBe('https://lab.example/a.nwb')
  })
})
