import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Window } from 'happy-dom'

const folder = join(dirname(fileURLToPath(import.meta.url)), '../fixtures')

/** Names of the recorded pages in `../fixtures`. */
export const fixtures: string[] = readdirSync(folder).map(file => file.replace(/\.html$/, ''))

export function readFixture(name: string): string {
  return readFileSync(join(folder, `${name}.html`), 'utf8')
}

/** A document of its own with this markup. */
export function openPage(html: string, address = 'https://shop.example/'): Document {
  const page = new Window({ url: address })
  page.document.write(html)
  return page.document as unknown as Document
}

/** One of `../fixtures`, at the address that its first comment gives. */
export function openFixture(name: string): { document: Document; base: string } {
  const html = readFixture(name)
  const base = /^ +page: (\S+) -->$/m.exec(html)![1]!
  return { document: openPage(html, base), base }
}

/** A page with JSON-LD tags of these texts; anything but a text is written as JSON. */
export function pageOfTags(...tags: unknown[]): Document {
  const document = openPage('<!doctype html><html><head></head><body></body></html>')
  writeTags(document, ...tags)
  return document
}

/** Puts these tags in the place of those that the page's head has. */
export function writeTags(document: Document, ...tags: unknown[]): void {
  document.head.replaceChildren()
  for (const tag of tags) {
    const script = document.createElement('script')
    script.setAttribute('type', 'application/ld+json')
    script.textContent = typeof tag === 'string' ? tag : JSON.stringify(tag)
    document.head.append(script)
  }
}
