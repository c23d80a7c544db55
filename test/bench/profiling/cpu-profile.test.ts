import { expect, test } from 'vitest'
import { timeByKind } from '../../../bench/profiling/cpu-profile.ts'

const node = (id: number, functionName: string, url: string) => ({
  id,
  callFrame: { functionName, url },
})

test('the time of samples goes to what their functions are for', () => {
  const times = timeByKind({
    nodes: [
      node(1, '(idle)', ''),
      node(2, 'count', 'file:///spikeql/dist/domain/counting/spike-counter.js'),
      node(3, 'atomicsWaitLoop', 'file:///spikeql/node_modules/piscina/dist/worker.js'),
      node(4, '(garbage collector)', ''),
      node(5, 'somewhere', 'file:///else.js'),
    ],
    samples: [1, 2, 2, 3, 4, 5],
    timeDeltas: [100, 20, 30, 400, 5, 7],
  })
  expect(Object.fromEntries(times)).toEqual({
    idle: 500,
    counting: 50,
    'garbage collection': 5,
    other: 7,
  })
})
