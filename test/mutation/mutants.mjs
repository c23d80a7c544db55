// Small changes of a source text, each of which should make some test fail.
import { parseSync } from 'vite'

const OPERATORS = {
  '<': ['<='],
  '<=': ['<'],
  '>': ['>='],
  '>=': ['>'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
  '&': ['|'],
  '|': ['&'],
  '>>>': ['<<'],
}

const METHODS = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
}

/** Of types, and of what is said to people. */
const UNWATCHED =
  /^TS(?!(As|NonNull|Satisfies)Expression)|^(Import|ExportAll)|^TemplateLiteral$|^ThrowStatement$/

/**
 * All changes of a module's source: { start, end, text } replaces a part of it.
 *
 * @param {string} file its name, for the parser
 * @param {string} source
 */
export function mutantsOf(file, source) {
  const found = []
  const replace = (node, text) => found.push({ start: node.start, end: node.end, text })
  const textOf = ({ start, end }) => source.slice(start, end)
  const visit = (node) => {
    if (!node || typeof node.type !== 'string' || UNWATCHED.test(node.type)) return
    change(node, replace, textOf, source)
    for (const [key, value] of Object.entries(node)) {
      if (key === 'typeAnnotation' || key === 'returnType' || key === 'typeArguments') continue
      for (const child of Array.isArray(value) ? value : [value]) {
        if (child && typeof child === 'object') visit(child)
      }
    }
  }
  visit(parseSync(file, source).program)
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}

function change(node, replace, textOf, source) {
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression': {
      const { left, right, operator } = node
      // With the texts between, which may hold parentheses and comments.
      const between = source.slice(left.end, right.start)
      for (const other of OPERATORS[operator] ?? []) {
        replace(node, textOf(left) + between.replace(operator, other) + textOf(right))
      }
      break
    }
    case 'UnaryExpression':
      if (node.operator === '!') replace(node, textOf(node.argument))
      if (node.operator === '-') replace(node, `(${textOf(node.argument)})`)
      break
    case 'ConditionalExpression':
    case 'IfStatement':
    case 'WhileStatement':
      replace(node.test, 'false')
      if (node.type !== 'WhileStatement') replace(node.test, 'true')
      break
    case 'Literal':
      if (typeof node.value === 'number') replace(node, String(node.value + 1))
      if (typeof node.value === 'boolean') replace(node, String(!node.value))
      break
    case 'MemberExpression':
      if (!node.computed && Object.hasOwn(METHODS, node.property.name)) {
        replace(node.property, METHODS[node.property.name])
      }
      break
    case 'ExpressionStatement':
      if (node.expression.type === 'CallExpression') replace(node, ';')
      break
    case 'SpreadElement':
      replace(node, '')
      break
  }
}

/** The position of a part of a source as editors count: `line:column`. */
export function placeOf(source, start) {
  const lines = source.slice(0, start).split('\n')
  return `${lines.length}:${lines.at(-1).length + 1}`
}
