import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'
import { runPython, runScript } from './python.ts'

test('gives what a program prints of its arguments, as a process of its own would', () => {
  const program = 'import sys; print(__name__, sys.argv, sys.path[0] == "", repr(sys.stdin.read()))'
  expect(runPython(program, ['é', '--x'])).toBe("__main__ ['-c', 'é', '--x'] True ''\n")
})

test('lets a script import what is next to it', () => {
  using folder = temporaryFolder()
  writeFileSync(join(folder.path, 'beside.py'), 'answer = 42')
  const script = join(folder.path, 'script.py')
  writeFileSync(script, 'import sys, beside; print(beside.answer, __file__, sys.argv)')
  expect(runScript(script, 'one')).toBe(`42 ${script} ['${script}', 'one']\n`)
})

test('keeps nothing of a program for the next', () => {
  runPython(`
import os, sys, warnings, numpy
os.chdir('/')
sys.path.insert(0, '/nonexistent')
warnings.simplefilter('error')
numpy.seterr(all='raise')
numpy.left = left = 1`)
  const program = `
import os, sys, warnings, numpy
print(os.getcwd(), sys.path[0], hasattr(numpy, 'left'), 'left' in globals(), numpy.geterr()['over'])
warnings.warn('only a warning')`
  expect(runPython(program)).toBe(`${process.cwd()}  False False warn\n`)
})

test('reports a program that fails, and runs the next', () => {
  expect(() => runPython('1 / 0')).toThrow('ZeroDivisionError: division by zero')
  expect(() => runPython('import sys; sys.exit("no such thing")')).toThrow('no such thing')
  expect(() => runPython('import os; os.kill(os.getpid(), 9)')).toThrow('python failed')
  expect(runPython('import sys; print("x" * 300_000); sys.exit(0)')).toHaveLength(300_001)
})
