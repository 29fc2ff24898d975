import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lineAt, readSource, type SourceFile, type SyntaxNode } from './readSource.ts'
import { isTestFile, parts } from './sourceFiles.ts'

/** Writing to one of these puts a string where the browser reads markup or code; a strict Trusted Types policy throws. */
const sinkProperties = new Set(['innerHTML', 'outerHTML', 'srcdoc', 'srcDoc', 'dangerouslySetInnerHTML', 'cssText'])
const sinkCalls = new Set([
  'insertAdjacentHTML', 'createContextualFragment', 'write', 'writeln', 'parseFromString', 'setHTML', 'setHTMLUnsafe',
  'parseHTMLUnsafe', 'execScript',
])
/** A string handed to one of these runs; a function does not. */
const timers = new Set(['setTimeout', 'setInterval', 'setImmediate'])
/** Attributes whose text is code, markup or style. */
const sinkAttributes = /^(on\w+|style|srcdoc)$/i
/** Elements whose text is code or style. */
const codeElements = /^(script|style|iframe|object|embed|base|template)$/i

/** Longest file allowed; past it, split. */
const maxLines = 250

const name = (node: unknown): string | undefined => {
  const { name, value } = (node ?? {}) as { name?: unknown; value?: unknown }
  if (typeof name === 'string') return name
  return typeof value === 'string' ? value : undefined
}

/** What is wrong with a node's form; undefined when nothing is. */
function formComplaint(node: SyntaxNode, file: SourceFile): string | undefined {
  if (node.type === 'TSEnumDeclaration') return 'no enums: a union of string literals says the same and erases'
  if (node.type === 'TSModuleDeclaration' && node['kind'] !== 'module' && node['kind'] !== 'global') {
    return 'no namespaces: a file is one'
  }
  if (node.type === 'ExportDefaultDeclaration') return 'no default exports: the name is part of the interface'
  if (node.type === 'ExportAllDeclaration') return 'no `export *`: list the names'
  if (node.type === 'ExportNamedDeclaration' && node['source'] != null && basename(file.path) !== 'index.ts' && !file.path.includes('/lazy/')) {
    return 'no barrels but the package index (and the chunks of a `lazy/` folder): import from the file itself'
  }
  return undefined
}

/** What is wrong with a node as a sink for markup or code; undefined when nothing is. */
function sinkComplaint(node: SyntaxNode): string | undefined {
  if (node.type === 'MemberExpression' && sinkProperties.has(name(node['property']) ?? '')) {
    return `${name(node['property'])} is a sink`
  }
  if (node.type === 'JSXAttribute' && sinkProperties.has(name(node['name']) ?? '')) return `${name(node['name'])} is a sink`
  if (node.type === 'Property' && sinkProperties.has(name(node['key']) ?? '')) return `${name(node['key'])} is a sink`
  if (node.type === 'JSXOpeningElement' && codeElements.test(name(node['name']) ?? '')) {
    return `<${name(node['name'])}> holds code`
  }
  // The one place that says the word refuses it: a pattern of what is no address.
  if (node.type === 'Literal' && /^\s*javascript:/i.test(String(node['value']))) return 'javascript: is a sink'
  if (node.type === 'NewExpression' && /^(Function|DOMParser)$/.test(name(node['callee']) ?? '')) {
    return `new ${name(node['callee'])} reads a string as code or markup`
  }
  if (node.type !== 'CallExpression') return undefined
  const callee = node['callee'] as SyntaxNode
  if (name(callee) === 'eval' || name(callee) === 'Function') return `${name(callee)} runs a string`
  const [first] = node['arguments'] as SyntaxNode[]
  const text = first?.type === 'Literal' ? String(first['value']) : undefined
  const called = name(callee) ?? name(callee['property'])
  if (timers.has(called ?? '') && (text !== undefined || first?.type === 'TemplateLiteral')) return `${called} runs a string`
  if (called === 'createElement' && text !== undefined && codeElements.test(text)) return `<${text}> holds code`
  if (called === 'setAttribute' && text !== undefined && sinkAttributes.test(text)) return `setAttribute(${text}) is a sink`
  if (callee.type !== 'MemberExpression' || !sinkCalls.has(name(callee['property']) ?? '')) return undefined
  const method = name(callee['property'])
  if ((method === 'write' || method === 'writeln') && name(callee['object']) !== 'document') return undefined
  return `${method} is a sink`
}

function complaintsOf(file: SourceFile, judge: (node: SyntaxNode, file: SourceFile) => string | undefined): string[] {
  const complaints: string[] = []
  for (const node of file.nodes) {
    const text = judge(node, file)
    if (text !== undefined) complaints.push(`${file.path}:${lineAt(file.text, node.start)} ${text}`)
  }
  return complaints
}

const sources = parts().flatMap(part => part.files).map(readSource)
const shipped = sources.filter(file => file.path.startsWith('packages/') && !isTestFile(file.path))

describe('the form of a file', () => {
  it('has no enum, namespace, default export, `export *` or barrel', () => {
    expect(shipped.flatMap(file => complaintsOf(file, formComplaint))).toEqual([])
  })

  it(`has at most ${maxLines} lines`, () => {
    const long = shipped.filter(file => file.text.split('\n').length > maxLines + 1)
    expect(long.map(file => `${file.path}: ${file.text.split('\n').length} lines`)).toEqual([])
  })

  it('reaches for nothing outside the repository', () => {
    const outside = sources.filter(file => /\.\.\/shared\b|['"`]\/work\//.test(file.text))
    expect(outside.map(file => file.path)).toEqual([])
  })
})

describe('sinks', () => {
  it('are used nowhere in what runs on a host page', () => {
    const onThePage = shipped.filter(file => !file.path.startsWith('packages/cli/'))
    expect(onThePage.flatMap(file => complaintsOf(file, sinkComplaint))).toEqual([])
  })

  it('would be noticed', () => {
    const callee = (method: string): SyntaxNode => (
      { type: 'MemberExpression', start: 0, property: { name: method }, object: { name: 'document' } }
    )
    expect(sinkComplaint(callee('innerHTML'))).toMatch(/innerHTML/)
    expect(sinkComplaint({ type: 'CallExpression', start: 0, callee: callee('write'), arguments: [] })).toMatch(/write/)
    expect(sinkComplaint({ type: 'NewExpression', start: 0, callee: { name: 'Function' } })).toMatch(/Function/)
    expect(sinkComplaint({ type: 'NewExpression', start: 0, callee: { name: 'DOMParser' } })).toMatch(/DOMParser/)
    expect(
      sinkComplaint({ type: 'Property', start: 0, key: { name: 'dangerouslySetInnerHTML' } }),
    ).toMatch(/dangerouslySetInnerHTML/)
    expect(sinkComplaint({ type: 'Literal', start: 0, value: ' JavaScript:void 0' })).toMatch(/javascript/)
    expect(sinkComplaint({ type: 'JSXOpeningElement', start: 0, name: { name: 'style' } })).toMatch(/style/)
    const call = (
      name: string, first: object,
    ): SyntaxNode => ({ type: 'CallExpression', start: 0, callee: { name }, arguments: [first] })
    expect(sinkComplaint(call('setTimeout', { type: 'Literal', value: 'run()' }))).toMatch(/setTimeout/)
    expect(sinkComplaint(call('setTimeout', { type: 'ArrowFunctionExpression' }))).toBeUndefined()
    expect(sinkComplaint(call('createElement', { type: 'Literal', value: 'script' }))).toMatch(/script/)
    expect(sinkComplaint(call('setAttribute', { type: 'Literal', value: 'onclick' }))).toMatch(/setAttribute/)
    expect(sinkComplaint(call('setAttribute', { type: 'Literal', value: 'data-state' }))).toBeUndefined()
  })
})
