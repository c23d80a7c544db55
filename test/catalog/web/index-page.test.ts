import { expect, test } from 'vitest'
import { linksIn } from '../../../src/catalog/web/index-page.ts'

const folder = new URL('https://lab.example/data/')
const linked = (...hrefs: string[]) =>
  linksIn(hrefs.map((href) => `<a href="${href}">x</a>`).join('\n'), folder).map(({ href }) => href)

test('files and folders of a page are linked, each once', () => {
  expect(linked('a.nwb', 'sub/', '/data/b.nwb', 'a.nwb#top', './a.nwb')).toEqual([
    'https://lab.example/data/a.nwb',
    'https://lab.example/data/sub/',
    'https://lab.example/data/b.nwb',
  ])
})

test.each([
  '?C=M;O=D',
  'a.nwb?download',
  '../',
  '/',
  '/data/',
  '/other/a.nwb',
  'sub/a.nwb',
  'https://other.example/data/a.nwb',
  'http://[',
])('%s is not one of them', (href) => {
  expect(linked(href)).toEqual([])
})

test('other elements are not links', () => {
  expect(linksIn('<link href="a.css"><a name="x">b</a>', folder)).toEqual([])
})
