import { expect, test } from 'vitest'
import { readNpz } from '../../../bench/arrays/npz.ts'
import { runPython } from '../../support/python/python.ts'

test('reads arrays of numpy, stored and deflated', () => {
  const program = `
import base64, io, numpy as np
for save in (np.savez, np.savez_compressed):
    file = io.BytesIO()
    save(file, counts=np.arange(6, dtype=np.uint16).reshape(2, 3), means=np.array([0.5, np.nan]), names=np.array(['a']))
    print(base64.b64encode(file.getvalue()).decode())`
  for (const line of runPython(program).trim().split('\n')) {
    const arrays = readNpz(Buffer.from(line, 'base64'))
    expect([...arrays.keys()]).toEqual(['counts', 'means'])
    expect(arrays.get('counts')).toEqual({ shape: [2, 3], data: Uint16Array.of(0, 1, 2, 3, 4, 5) })
    expect(arrays.get('means')?.data).toEqual(Float64Array.of(0.5, Number.NaN))
  }
})
