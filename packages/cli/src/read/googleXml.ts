import { basename } from 'node:path'
import { SaxesParser } from 'saxes'
import type { Place } from '../inputError.ts'
import { InputError } from '../inputError.ts'
import type { CatalogueRow } from './catalogueRow.ts'
import { catalogueAliases, findName, namedColumn, plainName } from './columns.ts'
import type { CatalogueField } from './columns.ts'
import { firstBytes, readText } from './readText.ts'
import type { InputSource, RowSink } from './readInputs.ts'

/** The namespace of Google's attributes (Google Merchant RSS 2.0 and Atom specifications). */
const googleNamespace = 'http://base.google.com/ns/1.0'

/** Characters of one item at most, so that a tag that is never closed does not take the whole file into memory. */
const longestItem = 2_000_000

/** `Salt & pepper`, the commonest slip in feeds: a parser would read up to the next semicolon for the entity's name. */
const bareAmpersand = /&(?!#?\w{1,31};)/g
const longestEntity = 34

/** One child of an item: its text and where it starts. */
interface Child {
  text: string
  place: Place
}

/** An item being read. Google's own attributes count before those of RSS and Atom: an Atom `id` is an address. */
interface OpenItem {
  google: Map<string, Child>
  plain: Map<string, Child>
  place: Place
  problem?: { text: string; place: Place }
}

/**
 * A Google Merchant feed, RSS 2.0 (`item`) or Atom (`entry`), item by item. An item that is not well-formed is given up, and
 * reading goes on; a document type is refused (entities could be bombs, and a feed needs none).
 *
 * @throws InputError for a document type, for XML that ends early, and when there is no item
 */
export async function readGoogleXml({ path, text, named }: InputSource, sink: RowSink<CatalogueRow>): Promise<void> {
  const file = basename(path)
  // A fragment may have several roots: a wrong closing tag makes the parser close them all, and what follows is read on.
  const parser = new SaxesParser({ xmlns: false, position: true, fragment: true })
  const stack: string[] = []
  let prefix = 'g'
  let item: OpenItem | undefined
  let depth = 0
  let child: (Child & { name: string }) | undefined
  let items = 0
  let size = 0
  let held = ''
  const here = (): Place => ({ file, line: parser.line, column: parser.columnIndex + 1 })

  parser.on('doctype', () => {
    throw refuseDoctype(file)
  })
  parser.on('opentag', ({ name, attributes }) => {
    stack.push(name)
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith('xmlns:') && value === googleNamespace) prefix = key.slice(6)
    }
    if (!item && (name === 'item' || name === 'entry')) {
      item = { google: new Map(), plain: new Map(), place: here() }
      depth = stack.length
      size = 0
    } else if (item && stack.length === depth + 1) child = { name, text: attributes['href'] ?? '', place: here() }
  })
  const take = (text: string): void => {
    // Text of a nested element (the price of a shipping, the value of a detail) is not the item's.
    if (child && stack.length === depth + 1) child.text += text
  }
  parser.on('text', take)
  parser.on('cdata', text => take(text.replaceAll('&amp;', '&')))
  parser.on('closetag', ({ name }) => {
    if (item && child && stack.length === depth + 1) {
      const own = child.name.startsWith(`${prefix}:`)
      const into = own ? item.google : item.plain
      const key = plainName(own ? child.name.slice(prefix.length + 1) : child.name)
      const value = child.text.trim()
      if (value !== '' && !into.has(key)) into.set(key, { text: value, place: child.place })
      child = undefined
    } else if (item && stack.length === depth) {
      items++
      if (item.problem) {
        const remedy = 'write & as &amp;, and close every tag'
        sink.broken('an item that is not well-formed XML', remedy, item.problem.place, item.problem.text)
      } else sink.row(toRow(item, named))
      item = undefined
    }
    if (stack.at(-1) === name) stack.pop()
  })
  parser.on('error', error => {
    // HTML's own entities are resolved with the title.
    if (/undefined entity/.test(error.message)) return
    const problem = error.message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '')
    if (/unclosed tag|unexpected end/.test(problem)) {
      throw new InputError(`is no whole XML (${problem})`, 'the file is cut short or damaged: export it again', here(), error)
    }
    // What is wrong around the items says nothing of them; of a wrong closing tag the parser also speaks when its item is closed.
    if (!item) return
    item.problem ??= { text: problem, place: here() }
  })

  await readText(path, { ...text, encoding: await declaredEncoding(path, text.encoding) }, (piece, last) => {
    size += piece.length
    if (item && size > longestItem + piece.length) {
      throw new InputError('an item that does not end', 'close every tag', item.place)
    }
    // Seen before the parser would have read all of it.
    if (!items && /<!DOCTYPE/i.test(piece)) throw refuseDoctype(file)
    held += piece
    // What follows a last & decides what it is: wait for it.
    const open = last ? -1 : held.indexOf('&', Math.max(0, held.length - longestEntity))
    const whole = open < 0 ? held.length : open
    parser.write(held.slice(0, whole).replace(bareAmpersand, '&amp;'))
    held = held.slice(whole)
    if (last) parser.close()
  })
  if (!items) throw new InputError('holds no item and no entry', 'give a Google Merchant feed: RSS 2.0 or Atom', { file })
}

/** The encoding that the declaration names, where none was asked for: `<?xml version="1.0" encoding="ISO-8859-1"?>`. */
async function declaredEncoding(path: string, asked = 'utf-8'): Promise<string> {
  const start = (await firstBytes(path, 4096, true)).toString('latin1')
  return asked === 'utf-8' ? /^[^>]*encoding=["']([\w-]+)["']/.exec(start)?.[1] ?? asked : asked
}

function toRow({ google, plain, place }: OpenItem, named: ReadonlyMap<string, string>): CatalogueRow {
  const cells: Partial<Record<CatalogueField, string>> = {}
  const places = new Map<CatalogueField, Place>()
  for (const field of Object.keys(catalogueAliases) as CatalogueField[]) {
    const wanted = namedColumn(named, 'catalogue', field)
    const name = findName(key => google.has(key) || plain.has(key), catalogueAliases[field], wanted)
    const found = name === undefined ? undefined : google.get(name) ?? plain.get(name)
    if (!found) continue
    cells[field] = found.text
    places.set(field, found.place)
  }
  return { cells, place: field => places.get(field) ?? place }
}

function refuseDoctype(file: string): InputError {
  return new InputError('has a document type (<!DOCTYPE>)', 'export it without: a feed needs none', { file })
}
