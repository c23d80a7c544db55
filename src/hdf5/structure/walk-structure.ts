import type { ByteRange, ByteSource } from '../../byte-sources/byte-source.ts'
import { type HeaderMessage, messageType, ObjectHeader } from '../object-header.ts'
import type { FileLayout } from '../superblock.ts'
import { isVariableLength, textHeapsIn } from './attribute-heaps.ts'
import { chunkIndexPosition, contiguousData } from './data-place.ts'
import {
  type DenseStorage,
  denseAttributesIn,
  denseLinksIn,
  fractalHeapIn,
  HEAP_HEADER_BYTES,
  heapBlocks,
  heapObject,
  nameNode,
  nameTreeIn,
  rootBytes,
  TREE_HEADER_BYTES,
} from './dense-storage.ts'
import { fetchParts } from './fetch-parts.ts'
import { groupEntries, linkIn, localHeapData, symbolTableIn, treeChildren } from './group-nodes.ts'
import { prefetchBegin } from './prefetch-begin.ts'

/** Objects that are looked at: ten times what a session has. */
const MOST_OBJECTS = 10_000

/** One wait each; a session takes a dozen. */
const MOST_ROUNDS = 32

/** Prefix and messages of nearly every header. */
const HEADER_BYTES = 512

/** A node of a group's B-tree, a symbol table node, and a heap with its first names. */
const TREE_BYTES = 544
const TABLE_BYTES = 328
const HEAP_BYTES = 512

/** A node of a B-tree of chunks has some KB. */
const INDEX_BYTES = 4096

/** Of the links or attributes of one object: a thousand of each. */
const MOST_DENSE_BYTES = 2 ** 18

/** Copies of NWB's schema, as large as the rest, which no response needs. */
const UNWANTED = '/specifications'

/** Goes step by step: requests parts of the file, and goes on when those of all walks are there. */
type Walk<Result = void> = Generator<
  readonly ByteRange[],
  Result,
  readonly Uint8Array<ArrayBuffer>[]
>

/** Where things are stored that libhdf5 would find one after another. */
export interface StoredStructure {
  /** raw data of datasets in one piece, by path */
  readonly data: ReadonlyMap<string, ByteRange>
  /** paths of those among them whose elements are texts of variable length */
  readonly texts: ReadonlySet<string>
  /** positions of the collections that texts of attributes stand in */
  readonly heaps: ReadonlySet<number>
}

/**
 * Walk through the groups of a file level by level, so that everything that describes its objects
 * is fetched in a dozen rounds: libhdf5 reads one thing after another, and each would be a wait.
 * What is not as expected is left to libhdf5. Format: HDF5 File Format Specification, III and IV.
 *
 * @param root address of the root group's header
 */
export function walkStructure(
  source: ByteSource,
  layout: FileLayout,
  root: number,
): StoredStructure {
  const walker = new StructureWalker(source, layout)
  walker.run(root)
  return walker
}

class StructureWalker implements StoredStructure {
  readonly data = new Map<string, ByteRange>()
  readonly texts = new Set<string>()
  readonly #source: ByteSource
  readonly #layout: FileLayout
  /** addresses of headers and groups that were begun */
  readonly #seen = new Set<number>()
  readonly heaps = new Set<number>()
  readonly #indexes: ByteRange[] = []
  #begun: Walk[] = []

  constructor(source: ByteSource, layout: FileLayout) {
    this.#source = source
    this.#layout = layout
  }

  run(root: number): void {
    prefetchBegin(this.#source)
    this.#begin('', root)
    let waiting: { readonly walk: Walk; readonly ranges: readonly ByteRange[] }[] = []
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const responses = this.#read(waiting.map(({ ranges }) => ranges))
      const next = waiting.map(({ walk }, i) => ({ walk, step: walk.next(responses[i]) }))
      // Those that were begun meanwhile join the same round.
      while (this.#begun.length > 0) {
        const begun = this.#begun
        this.#begun = []
        for (const walk of begun) next.push({ walk, step: walk.next([]) })
      }
      waiting = next.flatMap(({ walk, step }) => {
        const continues = !step.done && step.value.every((range) => this.#isInside(range))
        return continues ? [{ walk, ranges: step.value }] : []
      })
      if (waiting.length === 0) break
    }
    this.#source.prefetch(this.#indexes)
  }

  #begin(path: string, address: number): void {
    if (this.#seen.has(address) || this.#seen.size >= MOST_OBJECTS || path === UNWANTED) return
    this.#seen.add(address)
    this.#begun.push(this.#object(path, address))
  }

  *#object(path: string, address: number): Walk {
    const position = this.#layout.base + address
    const length = Math.min(HEADER_BYTES, this.#source.size - position)
    const [begin] = yield [{ position, length }]
    const header = ObjectHeader.parse(begin, position, this.#layout)
    if (!header) return
    for (let block = header.missing; block; block = header.missing) {
      const [bytes] = yield [block]
      header.add(bytes)
    }
    for (const message of header.messages) this.#note(path, message)
  }

  #note(path: string, message: HeaderMessage): void {
    const layout = this.#layout
    if (message.isShared) return
    switch (message.type) {
      case messageType.symbolTable: {
        const { tree, heap } = symbolTableIn(message.bytes)
        this.#beginGroup(path, tree, heap)
        break
      }
      case messageType.link:
        this.#follow(path, message.bytes)
        break
      case messageType.linkInfo: {
        const links = denseLinksIn(message.bytes)
        if (links) this.#begun.push(this.#denseLinks(path, links))
        break
      }
      case messageType.attributeInfo: {
        const attributes = denseAttributesIn(message.bytes)
        if (attributes) this.#begun.push(this.#denseAttributes(attributes))
        break
      }
      case messageType.datatype:
        if (isVariableLength(message.bytes)) this.texts.add(path)
        break
      case messageType.layout: {
        const data = contiguousData(message.bytes, layout)
        if (data && this.#isInside(data)) this.data.set(path, data)
        const index = chunkIndexPosition(message.bytes, layout)
        if (index !== null) this.#indexes.push({ position: index, length: INDEX_BYTES })
        break
      }
      case messageType.attribute:
        this.#noteTexts(message.bytes)
    }
  }

  #follow(path: string, message: Uint8Array): void {
    const link = linkIn(message)
    if (link) this.#begin(`${path}/${link.name}`, link.address)
  }

  #noteTexts(message: Uint8Array): void {
    for (const heap of textHeapsIn(message)) this.heaps.add(this.#layout.base + heap)
  }

  *#denseLinks(path: string, links: DenseStorage): Walk {
    for (const message of yield* this.#dense(links)) this.#follow(path, message)
  }

  *#denseAttributes(attributes: DenseStorage): Walk {
    for (const message of yield* this.#dense(attributes)) this.#noteTexts(message)
  }

  /** Messages that stand in a heap, as those of objects with many do in the newest format. */
  *#dense({ heap, tree }: DenseStorage): Walk<Uint8Array[]> {
    const at = (address: number, length: number) => ({
      position: this.#layout.base + address,
      length,
    })
    const [heapHeader, treeHeader] = yield [
      at(heap, HEAP_HEADER_BYTES),
      at(tree, TREE_HEADER_BYTES),
    ]
    const found = fractalHeapIn(heapHeader)
    const names = nameTreeIn(treeHeader)
    if (!found || !names) return []
    const { root, nodeBytes, records } = names
    const [rootBlock, rootNode] = yield [at(found.root, rootBytes(found)), at(root, nodeBytes)]
    const blocks = heapBlocks(found, rootBlock)
    const { ids, children } = nameNode(names, rootNode, records)
    const below = [...blocks, ...children.map(({ address }) => ({ address, length: nodeBytes }))]
    if (below.reduce((sum, { length }) => sum + length, 0) > MOST_DENSE_BYTES) return []
    const parts = yield below.map(({ address, length }) => at(address, length))
    const leaves = children.flatMap(
      (child, i) => nameNode(names, parts[blocks.length + i], child.records).ids,
    )
    return [...ids, ...leaves].flatMap((id) => heapObject(found, id, blocks, parts) ?? [])
  }

  #beginGroup(path: string, tree: number, heap: number): void {
    if (this.#seen.has(tree) || path === UNWANTED) return
    this.#seen.add(tree)
    this.#begun.push(this.#group(path, tree, heap))
  }

  /** A group whose names are in a B-tree and a heap, as all are but in the newest format. */
  *#group(path: string, treeAddress: number, heapAddress: number): Walk {
    const { base } = this.#layout
    const at = (address: number, length: number) => ({ position: base + address, length })
    const [root, heap] = yield [at(treeAddress, TREE_BYTES), at(heapAddress, HEAP_BYTES)]
    const names = localHeapData(heap)
    let { children, level } = treeChildren(root)
    if (!names) return
    for (; level > 0; level--) {
      const nodes = yield children.map((child) => at(child, TREE_BYTES))
      children = nodes.flatMap((node) => treeChildren(node).children)
    }
    const [texts, ...tables] = yield [
      at(names.address, names.length),
      ...children.map((child) => at(child, TABLE_BYTES)),
    ]
    for (const { name, address, group } of tables.flatMap((table) => groupEntries(table, texts))) {
      const child = `${path}/${name}`
      this.#begin(child, address)
      if (group) this.#beginGroup(child, group.tree, group.heap)
    }
  }

  #read(wanted: readonly (readonly ByteRange[])[]): Uint8Array<ArrayBuffer>[][] {
    const parts = fetchParts(this.#source, wanted.flat())
    let at = 0
    return wanted.map(({ length }) => {
      at += length
      return parts.slice(at - length, at)
    })
  }

  #isInside({ position, length }: ByteRange): boolean {
    return position >= 0 && length >= 0 && position + length <= this.#source.size
  }
}
