import {
  assertValidSchema,
  buildSchema,
  GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { createSchema, schemaText } from '../../src/graphql/schema.ts'

/** Every name of the schema with what it is said to be. */
function descriptions(): [string, string | null | undefined][] {
  const found: [string, string | null | undefined][] = []
  for (const type of Object.values(createSchema().getTypeMap())) {
    if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue
    found.push([type.name, type.description])
    if (isEnumType(type)) {
      for (const value of type.getValues())
        found.push([`${type.name}.${value.name}`, value.description])
    }
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        found.push([`${type.name}.${field.name}`, field.description])
        for (const argument of 'args' in field ? field.args : []) {
          found.push([`${type.name}.${field.name}(${argument.name})`, argument.description])
        }
      }
    }
  }
  return found
}

describe('schema.graphql', () => {
  test('is a valid schema', () => {
    expect(() => assertValidSchema(buildSchema(schemaText))).not.toThrow()
    // It need not be assumed to be valid: what made it executable is checked, too.
    const checked = new GraphQLSchema({ ...createSchema().toConfig(), assumeValid: false })
    expect(() => assertValidSchema(checked)).not.toThrow()
  })

  test('describes every type, field, argument and value', () => {
    const undescribed = descriptions().filter(([, description]) => !description?.trim())
    expect(undescribed.map(([name]) => name)).toEqual([])
  })

  test('has nothing deprecated', () => {
    const deprecated = Object.values(createSchema().getTypeMap()).flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields()).filter((field) => field.deprecationReason)
        : [],
    )
    expect(deprecated).toEqual([])
  })
})
