import { RecordingError } from '../errors.ts'
import type { LibraryFile } from './library-file.ts'
import { PathMap } from './path-map.ts'

/** Longest chain of soft links that is followed. */
const MAX_LINKS = 16

/** A link that does not lead straight to its object. */
export interface IndirectLink {
  readonly kind: 'soft' | 'external'
  readonly target: string
}

/**
 * What stands at each path of a file; soft links are followed, and links to other files refused.
 * What was found is kept, for a file does not change while it is open.
 */
export class ObjectPaths {
  readonly #file: LibraryFile
  readonly #isDataset: (path: string) => boolean
  readonly #types = new PathMap<number | null>()
  /** what each group seen so far holds */
  readonly #names = new PathMap<ReadonlySet<string>>()

  /** @param isDataset whether the header of an object says so, whatever the library takes it for */
  constructor(file: LibraryFile, isDataset: (path: string) => boolean) {
    this.#file = file
    this.#isDataset = isDataset
  }

  kind(path: string): 'group' | 'dataset' | 'datatype' | null {
    const { module } = this.#file
    const type = this.#typeAt(path)
    if (type === module.H5G_GROUP) return 'group'
    if (type === module.H5G_DATASET) return 'dataset'
    return type === module.H5G_TYPE ? 'datatype' : null
  }

  /** The link that a path ends in; null: it is not there, or leads straight to its object. */
  link(path: string): IndirectLink | null {
    const { module, id } = this.#file
    const [parent, name] = split(path)
    if (path === '/' || !this.members(parent).has(name)) return null
    const what = `the link ${path}`
    const target = this.#file.call(what, () => module.get_symbolic_link(id, path))
    if (target) return { kind: 'soft', target }
    const type = this.#file.call(what, () => module.get_type(id, path))
    if (type !== module.H5G_UDLINK) return null
    const { filename = '', obj_path = '' } = this.#file.call(what, () =>
      module.get_external_link(id, path),
    )
    // Whoever wrote the file may have had it in a folder of theirs.
    return { kind: 'external', target: `${filename.split(/[\\/]/).at(-1)}:${obj_path}` }
  }

  /**
   * Names of what a group holds, in the file's order: of creation where the group keeps that, else
   * of the names; none where there is no such group.
   */
  members(path: string): ReadonlySet<string> {
    return this.kind(path) === 'group' ? this.#namesIn(path) : new Set()
  }

  #typeAt(path: string, linksFollowed = 0): number | null {
    return this.#types.get(path, () => this.#resolve(path, linksFollowed))
  }

  /**
   * One component after the other: the library alone does not distinguish an external link on the
   * way from a missing object, nor either from an object that it cannot read. What is
   * there is what its group names.
   */
  #resolve(path: string, linksFollowed: number): number | null {
    const { module, id } = this.#file
    if (path === '/') return module.H5G_GROUP
    const [parent, name] = split(path)
    if (name === '' || name === '.') return this.#typeAt(parent, linksFollowed)
    if (this.#typeAt(parent, linksFollowed) !== module.H5G_GROUP) return null
    if (!this.#namesIn(parent).has(name)) return null
    const what = `the link ${path}`
    const target = this.#file.call(what, () => module.get_symbolic_link(id, path))
    if (target) {
      if (linksFollowed === MAX_LINKS) return null
      const absolute = target.startsWith('/') ? target : `${parent === '/' ? '' : parent}/${target}`
      return this.#typeAt(absolute, linksFollowed + 1)
    }
    const type = this.#file.call(what, () => module.get_type(id, path))
    if (type === module.H5G_UDLINK) {
      throw new RecordingError('EXTERNAL_DATA_REFUSED', this.#file.name, `external link ${path}`)
    }
    if (type < 0) throw this.#file.damaged(what)
    // A dataset that lost its shape.
    if (type === module.H5G_TYPE && this.#isDataset(path)) throw this.#file.damaged(what)
    return type
  }

  #namesIn(path: string): ReadonlySet<string> {
    return this.#names.get(path, () => {
      const { module, id } = this.#file
      const names = this.#file.call(`group ${path}`, () => module.get_names(id, path, false))
      const prefix = path === '/' ? path : `${path}/`
      return new Set(names.filter((name) => isAscii(name) || this.#isFound(prefix + name)))
    })
  }

  /**
   * Whether the library finds what it gave the name of: a name that is
   * not UTF-8 comes out as another.
   */
  #isFound(path: string): boolean {
    const { module, id } = this.#file
    return this.#file.call(`the link ${path}`, () => module.get_type(id, path)) >= 0
  }
}

/** The path of the group, and the name of the member in it. */
function split(path: string): readonly [parent: string, name: string] {
  const end = path.lastIndexOf('/')
  return [path.slice(0, end) || '/', path.slice(end + 1)]
}

const isAscii = (text: string) => /^[\x20-\x7e]*$/.test(text)
