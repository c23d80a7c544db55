import type { FileObject as ObjectOfFile } from '../../domain/session/file-object.ts'
import {
  findFileObject,
  memberPath,
  nameIn,
  readableValue,
  readBlock,
} from '../../request/file-objects.ts'
import type { GraphQLContext } from '../context.ts'
import {
  assertFirst,
  notACursor,
  pageOf,
  parseCursor,
  toConnection,
} from '../fields/lists/connection.ts'
import { fieldsBelow } from '../fields/lists/fields-below.ts'
import type {
  FileAttributeResolvers,
  FileDatasetResolvers,
  FileMemberResolvers,
  FileObjectResolvers,
} from '../generated.ts'
import type { FileAttributeModel, FileObjectModel } from '../models.ts'

const MAX_MEMBERS_A_PAGE = 1000
const MAX_ATTRIBUTES = 1000

const objectKinds = {
  group: 'GROUP',
  dataset: 'DATASET',
  datatype: 'DATATYPE',
  softLink: 'SOFT_LINK',
  externalLink: 'EXTERNAL_LINK',
} as const

const elementKinds = {
  number: 'NUMBER',
  boolean: 'BOOLEAN',
  text: 'TEXT',
  enumeration: 'ENUMERATION',
  compound: 'COMPOUND',
  reference: 'REFERENCE',
  list: 'LIST',
  array: 'ARRAY',
  opaque: 'OPAQUE',
  unknown: 'UNKNOWN',
} as const

const layouts = {
  compact: 'COMPACT',
  contiguous: 'CONTIGUOUS',
  chunked: 'CHUNKED',
  virtual: 'VIRTUAL',
  external: 'EXTERNAL',
} as const

type FieldOf<Value> = (
  model: FileObjectModel,
  args: object,
  context: GraphQLContext,
) => Promise<Value>

/** A field that the description of the object has. */
function described<Value>(valueIn: (object: ObjectOfFile) => Value): FieldOf<Value> {
  return async ({ session, path }, _args, context) =>
    valueIn(await findFileObject(session, path, context))
}

export const FileMember: FileMemberResolvers = {
  name: ({ path }) => nameIn(path),
  kind: described(({ kind }) => objectKinds[kind]),
  neurodataType: described(({ neurodataType }) => neurodataType),
  namespace: described(({ namespace }) => namespace),
  linkTarget: described(({ linkTarget }) => linkTarget),
  attributeCount: described(({ attributeCount }) => attributeCount),
  memberCount: described(({ memberCount }) => memberCount),

  async dataset(model, _args, context) {
    const { elements } = await findFileObject(model.session, model.path, context)
    return elements && { ...model, elements }
  },
}

export const FileObject: FileObjectResolvers = {
  ...FileMember,

  async attributes({ session, path }, { first }, { budget, loaders }, info) {
    assertFirst(first, MAX_ATTRIBUTES)
    const read = await loaders.read(session, 'fileAttributes', { path, count: first })
    const attributes = readableValue(session, read)
    budget.chargeList(attributes.length, fieldsBelow(info))
    return attributes.map((attribute) => ({ session, path, attribute }))
  },

  async children({ session, path }, { first, after }, { budget, loaders }, info) {
    assertFirst(first, MAX_MEMBERS_A_PAGE)
    const cursor = after == null ? null : parseCursor(after)
    if (after != null && !cursor) throw notACursor(after)
    const request = { path, after: cursor, count: first }
    const members = readableValue(session, await loaders.read(session, 'fileMembers', request))
    if (!members) {
      if (after != null) throw notACursor(after)
      return null
    }
    const { names, from, totalCount } = members
    budget.chargeList(names.length, fieldsBelow(info))
    const page = pageOf(names, from, totalCount, (name) => name)
    return toConnection(page, (name) => ({ session, path: memberPath(path, name) }))
  },
}

export const FileAttribute: FileAttributeResolvers = {
  name: ({ attribute }) => attribute.name,
  holds: (model) => elementKinds[contentOf(model).elements.holds],
  dtype: (model) => contentOf(model).elements.dtype,
  shape: (model) => contentOf(model).elements.shape,
  value: (model) => contentOf(model).value,
  isShortened: (model) => contentOf(model).isShortened,
}

const contentOf = ({ session, attribute }: FileAttributeModel) =>
  readableValue(session, attribute.content)

export const FileDataset: FileDatasetResolvers = {
  holds: ({ elements }) => elementKinds[elements.holds],
  dtype: ({ elements }) => elements.dtype,
  shape: ({ elements }) => elements.shape,

  async storage({ session, path }, _args, { loaders }) {
    const storage = readableValue(session, await loaders.read(session, 'fileStorage', { path }))
    return storage && { ...storage, layout: layouts[storage.layout] }
  },

  values: ({ session, path, elements }, { start, shape, textLength }, context) =>
    readBlock(
      session,
      path,
      elements,
      { start: start?.map(Number) ?? null, shape: shape ?? null, textLength },
      context,
    ),
}
