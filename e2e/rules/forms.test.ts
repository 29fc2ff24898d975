import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lineAt, readSource, type SourceFile, type SyntaxNode } from './readSource.ts'
import { isTestFile, parts } from './sourceFiles.ts'

/** Writing to one of these puts a string where the browser reads markup or code; a strict Trusted Types policy throws. */
const sinkProperties = new Set(['innerHTML', 'outerHTML', 'srcdoc', 'dangerouslySetInnerHTML'])
const sinkCalls = new Set(['insertAdjacentHTML', 'createContextualFragment', 'write', 'writeln', 'parseFromString', 'setHTMLUnsafe'])

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
  if (node.type === 'TSModuleDeclaration' && node['kind'] !== 'module' && node['kind'] !== 'global') return 'no namespaces: a file is one'
  if (node.type === 'ExportDefaultDeclaration') return 'no default exports: the name is part of the interface'
  if (node.type === 'ExportAllDeclaration') return 'no `export *`: list the names'
  if (node.type === 'ExportNamedDeclaration' && node['source'] != null && basename(file.path) !== 'index.ts' && !file.path.includes('/lazy/')) {
    return 'no barrels but the package index (and the chunks of a `lazy/` folder): import from the file itself'
  }
  return undefined
}

/** What is wrong with a node as a sink for markup or code; undefined when nothing is. */
function sinkComplaint(node: SyntaxNode): string | undefined {
  if (node.type === 'MemberExpression' && sinkProperties.has(name(node['property']) ?? '')) return `${name(node['property'])} is a sink`
  if (node.type === 'JSXAttribute' && sinkProperties.has(name(node['name']) ?? '')) return `${name(node['name'])} is a sink`
  if (node.type === 'NewExpression' && name(node['callee']) === 'Function') return 'new Function runs a string'
  if (node.type !== 'CallExpression') return undefined
  const callee = node['callee'] as SyntaxNode
  if (name(callee) === 'eval' || name(callee) === 'Function') return `${name(callee)} runs a string`
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
    const callee = (method: string): SyntaxNode => ({ type: 'MemberExpression', start: 0, property: { name: method }, object: { name: 'document' } })
    expect(sinkComplaint(callee('innerHTML'))).toMatch(/innerHTML/)
    expect(sinkComplaint({ type: 'CallExpression', start: 0, callee: callee('write') })).toMatch(/write/)
    expect(sinkComplaint({ type: 'NewExpression', start: 0, callee: { name: 'Function' } })).toMatch(/Function/)
    expect(sinkComplaint({ type: 'CallExpression', start: 0, callee: { name: 'setTimeout' } })).toBeUndefined()
  })
})
