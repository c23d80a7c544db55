// The pages of docs/ as a site that needs no other server, not even for its search.
import { defineConfig, type MarkdownRenderer } from 'vitepress'
import { sidebar } from './sidebar.ts'

const repository = 'https://github.com/spikeql/spikeql'

export default defineConfig({
  title: 'SpikeQL',
  description: 'A GraphQL data API for neural recordings in NWB files.',
  // The path below which the site is published, such as /spikeql/.
  base: process.env.SITE_BASE ?? '/',
  outDir: '../dist/site',
  cacheDir: 'node_modules/.vitepress',
  cleanUrls: true,
  // The dashboard of the tutorial runs on the reader's own machine.
  ignoreDeadLinks: 'localhostLinks',
  markdown: { config: linkToRepository },
  themeConfig: {
    sidebar: sidebar.map(({ text, items }) => ({ text, items: [...items] })),
    outline: [2, 3],
    search: { provider: 'local' },
    socialLinks: [{ icon: 'github', link: repository }],
  },
})

/** Files outside of docs/ are not part of the site: links to them lead to the repository. */
function linkToRepository(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('link-to-repository', ({ tokens }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const target = token.type === 'link_open' ? token.attrGet('href') : null
      if (target?.startsWith('../')) {
        token.attrSet('href', `${repository}/blob/main/${target.slice(3)}`)
      }
    }
  })
}
