import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { parseSync } from 'vite'
import { root } from '../root.ts'

/** A node of the syntax tree, seen only by what we ask of it. */
export interface SyntaxNode {
  type: string
  start: number
  [key: string]: unknown
}

/** One `import`, `export … from`, `import()` or `import('x').T` of a file. */
export interface ImportUse {
  specifier: string
  /** True when nothing of it is left at run time. */
  typeOnly: boolean
  line: number
}

/** One source file, parsed. */
export interface SourceFile {
  /** From the workspace root, with `/`. */
  path: string
  text: string
  imports: ImportUse[]
  /** Every node of the tree, outermost first. */
  nodes: SyntaxNode[]
}

/**
 * Parses a TypeScript or JavaScript file.
 *
 * @param file absolute path
 * @throws Error naming the file when it does not parse
 */
export function readSource(file: string): SourceFile {
  const path = relative(root, file)
  const text = readFileSync(file, 'utf8')
  const parsed = parseSync(file, text)
  const failure = parsed.errors[0]
  if (failure !== undefined) throw new Error(`${path}: ${failure.message}`)
  const nodes: SyntaxNode[] = []
  collect(parsed.program, nodes)
  const imports: ImportUse[] = []
  for (const node of nodes) {
    const use = toImportUse(node, text)
    if (use !== undefined) imports.push(use)
  }
  return { path, text, imports, nodes }
}

/** 1-based line of a character position. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}

function toImportUse(node: SyntaxNode, text: string): ImportUse | undefined {
  const use = (specifier: string | undefined, typeOnly: boolean): ImportUse | undefined => (
    specifier === undefined ? undefined : { specifier, typeOnly, line: lineAt(text, node.start) }
  )
  if (node.type === 'ImportExpression') return use(literal(node['source']), false)
  if (node.type === 'TSImportType') return use(literal(node['source']) ?? literal(node['argument']), true)
  if (!/^(ImportDeclaration|ExportNamedDeclaration|ExportAllDeclaration)$/.test(node.type)) return undefined
  const named = (node['specifiers'] ?? []) as { importKind?: string; exportKind?: string }[]
  const everyNameIsType = named.length > 0 && named.every(name => (name.importKind ?? name.exportKind) === 'type')
  return use(literal(node['source']), (node['importKind'] ?? node['exportKind']) === 'type' || everyNameIsType)
}

function literal(node: unknown): string | undefined {
  const value = (node as { value?: unknown; literal?: unknown } | null | undefined)?.value
  return typeof value === 'string' ? value : undefined
}

function collect(value: unknown, into: SyntaxNode[]): void {
  if (Array.isArray(value)) {
    for (const entry of value) collect(entry, into)
    return
  }
  if (typeof value !== 'object' || value === null) return
  if (typeof (value as SyntaxNode).type === 'string') into.push(value as SyntaxNode)
  for (const [key, child] of Object.entries(value)) {
    if (key !== 'parent') collect(child, into)
  }
}
