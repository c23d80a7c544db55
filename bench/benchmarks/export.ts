import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { assertSameCounts } from '../arrays/same-counts.ts'
import { BASELINE_MISSING, NotebookBaseline } from '../baseline/notebook-baseline.ts'
import { runProgram } from '../baseline/run-python.ts'
import type { Benchmark, Findings } from '../benchmark.ts'
import { cacheFolder, commandFile } from '../project.ts'
import { BASELINE, comparisonTable, ratioBetween } from '../report/comparison.ts'
import { threeDigits } from '../report/texts.ts'
import { decodeNotebook } from '../requests/notebook.ts'
import { type Contender, interleave, timed } from '../rounds.ts'
import type { Setting } from '../setting.ts'

const OURS = 'spikeql export'
const READY = 'of it: node, and libhdf5 made ready'

export const exporting: Benchmark = {
  name: 'export',
  title: 'The notebook’s dataset as a file, whole processes',
  measure,
}

/** h5wasm as the command loads it. */
const libraryUrl = pathToFileURL(join(dirname(commandFile), 'hdf5_hl.js')).href

async function measure(setting: Setting): Promise<Findings> {
  const baseline = new NotebookBaseline(setting)
  const expected = baseline.isThere ? await baseline.counts() : null
  const file = join(cacheFolder, 'exported.npz')
  const args = [commandFile, 'export', 'dataset', setting.session, '--out', file]
  const processTime = async (program: string, programArgs: readonly string[]) =>
    (await timed(() => runProgram(program, programArgs))).milliseconds
  const contenders: Contender[] = [
    {
      name: OURS,
      run: () => processTime(process.execPath, args),
      check: () => {
        if (expected) assertSameCounts(decodeNotebook(readFileSync(file), 'npz'), expected)
      },
    },
    { name: 'of it: node alone', run: () => processTime(process.execPath, ['-e', '0']) },
    {
      name: READY,
      run: () => processTime(process.execPath, ['-e', `import(${JSON.stringify(libraryUrl)})`]),
    },
  ]
  if (expected) {
    const [python, baselineArgs] = baseline.command(['--out', join(cacheFolder, 'baseline.npz')])
    contenders.unshift(
      { name: BASELINE, run: () => processTime(python, baselineArgs) },
      {
        name: 'of it: Python and its imports',
        run: () => processTime(python, ['-c', 'import h5py, numpy']),
      },
    )
  }
  const times = await interleave(contenders)
  const ready = ratioBetween(times, READY, BASELINE)
  return {
    notes: [
      expected
        ? 'From the start of the process to its end, for both: `python3 notebook_baseline.py SESSION --out FILE` and SpikeQL write plain bytes, SpikeQL with the windows and the units in addition to the counts.'
        : BASELINE_MISSING,
      ...(ready === null
        ? []
        : [
            `Node and libhdf5 alone take ${threeDigits(ready)} of the baseline’s time before anything is read: libhdf5 is compiled again for each process, and V8 has but one run to learn what to optimize. Sharing the work with a second thread was tried on two processors, and was slower: it has to start, and compile, too.`,
          ]),
    ],
    tables: [comparisonTable(times)],
    verdicts: [
      {
        what: '`spikeql export` as a process',
        bound: 'atMost',
        limit: 1,
        unit: ' x',
        measured: ratioBetween(times, OURS, BASELINE),
      },
    ],
  }
}
