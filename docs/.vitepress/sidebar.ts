interface Section {
  readonly text: string
  readonly items: readonly { readonly text: string; readonly link: string }[]
}

/** All pages but the first, which lists them too; a link is the name of a page below docs/. */
export const sidebar: readonly Section[] = [
  section('Using it', [
    ['Your first dashboard', 'your-first-dashboard'],
    ['From counts to results', 'from-counts-to-results'],
    ['Coming from the AllenSDK', 'coming-from-the-allensdk'],
    ['Serving the public data', 'public-data'],
    ['Clients', 'clients'],
    ['Ids and addresses', 'addresses'],
    ['Scalars', 'scalars'],
    ['Differences', 'differences'],
    ['Schema reference', 'schema'],
  ]),
  section('Running it', [
    ['Deploying', 'deploying'],
    ['Securing', 'securing'],
    ['Scaling', 'scaling'],
    ['Watching', 'watching'],
    ['Upgrading', 'upgrading'],
  ]),
  section('Building on it', [
    ['SpikeQL in your own program', 'embedding'],
    ['Decisions', 'decisions'],
    ['Benchmarks', 'benchmarks'],
  ]),
]

function section(text: string, pages: [title: string, page: string][]): Section {
  return { text, items: pages.map(([title, page]) => ({ text: title, link: `/${page}` })) }
}
