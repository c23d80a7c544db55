import { asPython } from './as-python.ts'
import type { ShownQuery } from './shown-query.ts'

/**
 * The query as a Jupyter notebook (nbformat 4.5): where it comes from, the script that sends it,
 * and where there are matrices, a picture of them.
 *
 * @param server address, without a slash at its end
 * @param page address of the view that it remakes
 */
export function asNotebook(query: ShownQuery, server: string, page: string): string {
  const cells = [
    markdown('about', `# SpikeQL\n\nThis notebook fetches what is shown at <${page}>.`),
    code('query', asPython(query, server).trimEnd()),
    ...(query.matricesAt ? [code('plot', plot)] : []),
  ]
  const notebook = {
    cells,
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  }
  return `${JSON.stringify(notebook, null, 1)}\n`
}

/** Counts come as [bins, units]; a heatmap has a row per unit. */
const plot = `import matplotlib.pyplot as plt

figure, axes = plt.subplots(len(counts), squeeze=False, sharex=True, figsize=(10, 2 * len(counts)))
for (area, matrix), axis in zip(counts.items(), axes[:, 0]):
    axis.imshow(matrix.T, aspect='auto', interpolation='none', cmap='Blues')
    axis.set_ylabel(area)
axes[-1, 0].set_xlabel('bin')
plt.show()`

const markdown = (id: string, text: string) => ({
  cell_type: 'markdown',
  id,
  metadata: {},
  source: lines(text),
})

const code = (id: string, text: string) => ({
  cell_type: 'code',
  execution_count: null,
  id,
  metadata: {},
  outputs: [],
  source: lines(text),
})

/** As notebooks keep a text: a list of lines, each with its line break but the last. */
function lines(text: string): string[] {
  return text.split(/(?<=\n)/)
}
