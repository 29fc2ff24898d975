import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'

/** Text of a page of the documentation, by its path from the workspace root. */
export function readDoc(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/**
 * Fenced code blocks of a Markdown text in the given language, in order, without the fences.
 *
 * @param language as written behind the fence, e.g. `html`
 */
export function codeBlocks(markdown: string, language: string): string[] {
  const blocks = markdown.matchAll(/^```(\S+)[^\n]*\n([\s\S]*?)^```\s*$/gm)
  return [...blocks].filter(block => block[1] === language).map(block => block[2] ?? '')
}
