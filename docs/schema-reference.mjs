// schema.graphql as Markdown: a plugin of graphql-codegen, which writes schema.md and
// checks that it is up to date.
import { readFileSync } from 'node:fs'
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql'

const kinds = [
  { title: 'Types', isKind: isObjectType },
  { title: 'Interfaces', isKind: isInterfaceType },
  { title: 'Inputs', isKind: isInputObjectType },
  { title: 'Enums', isKind: isEnumType },
  { title: 'Scalars', isKind: isScalarType },
]

const schemaFile = new URL('../schema.graphql', import.meta.url)

/** What codegen hands over has lost the order of the file. */
export function plugin() {
  const schema = buildSchema(readFileSync(schemaFile, 'utf8'))
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  )
  const groups = kinds.map(({ title, isKind }) => ({ title, types: types.filter(isKind) }))
  return [
    '# Schema reference',
    '',
    '<!-- Generated from schema.graphql by `npm run codegen`. Do not edit. -->',
    '',
    'A query begins at [Query](#query). `!`: never null; `[…]`: a list.',
    '',
    ...groups.map((group) => `- **${group.title}**: ${group.types.map(linkTo).join(' · ')}`),
    '',
    ...groups.flatMap((group) => [`## ${group.title}`, '', ...group.types.flatMap(typeSection)]),
  ]
    .join('\n')
    .replace(/\n{2,}/g, '\n\n')
}

function typeSection(type) {
  const fields =
    isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? type.getFields() : {}
  const values = isEnumType(type) ? type.getValues() : []
  return [
    `### ${type.name}`,
    '',
    type.description ?? '',
    '',
    ...Object.values(fields).flatMap(fieldEntry),
    ...values.flatMap((value) => [`- **${value.name}**${remarks(value, '  ')}`]),
    '',
  ]
}

function fieldEntry(field) {
  return [
    `- **${field.name}**: ${typeText(field)}${remarks(field, '  ')}`,
    ...(field.args ?? []).map(
      (argument) => `  - ${argument.name}: ${typeText(argument)}${remarks(argument, '    ')}`,
    ),
  ]
}

/**
 * The description and why it is deprecated, as further lines of a list's entry;
 * the backslash ends its first.
 */
function remarks({ description, deprecationReason }, indent) {
  const lines = description?.split('\n') ?? []
  if (deprecationReason) lines.push(`**Deprecated**: ${deprecationReason}`)
  return lines.map((line, i) => `${i === 0 ? '\\' : ''}\n${indent}${line}`).join('')
}

/** The type with a link to its entry, and the default as it is written in the schema. */
function typeText({ type, astNode }) {
  const named = getNamedType(type)
  const [before, behind] = String(type).split(named.name)
  const link = isSpecifiedScalarType(named) ? named.name : linkTo(named)
  const written = astNode?.defaultValue?.loc
  const value = written?.source.body.slice(written.start, written.end)
  return `${before.replaceAll('[', '\\[')}${link}${behind.replaceAll(']', '\\]')}${value ? ` = \`${value}\`` : ''}`
}

const linkTo = ({ name }) => `[${name}](#${name.toLowerCase()})`
