import { expect, test } from 'vitest'
import { trainText } from '../../../../web/src/unit/spike-times/train-text.ts'

test('a spike train in words has its intervals and how they vary', () => {
  const facts = { spikeCount: 900, median: 0.0523, cv: 1.234, cv2: 1.01, violations: 3 }
  expect(trainText(facts)).toBe('Median 52 ms; 3 shorter than 1.5 ms; CV 1.2, CV2 1.')
  expect(trainText({ ...facts, cv2: null })).toBe('Median 52 ms; 3 shorter than 1.5 ms; CV 1.2.')
})

test('a spike train in words says that it is too short', () => {
  const none = { median: null, cv: null, cv2: null, violations: 0 }
  expect(trainText({ ...none, spikeCount: 1 })).toBe('1 spike: too few for an interval.')
  expect(trainText({ ...none, spikeCount: 0 })).toBe('0 spikes: too few for an interval.')
})
