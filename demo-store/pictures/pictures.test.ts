import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'
import { departments } from '../catalogue/department.ts'
import { kindRules } from '../catalogue/kind.ts'
import { motifs } from '../catalogue/motif.ts'
import { readCatalogue } from '../catalogue/readCatalogue.ts'
import { readProducts } from '../catalogue/readProducts.ts'
import { toContactSheet } from './contactSheet.ts'
import { drawDesignTile } from './drawDesignTile.ts'
import { drawPicture } from './drawPicture.ts'
import { mostOrdered } from './mostOrdered.ts'
import { distance } from './paint.ts'
import { toPalette } from './palette.ts'
import { families } from './silhouettes/all.ts'
import { silhouetteOf } from './silhouettes/silhouetteOf.ts'
import { findXmlFault } from './testing/findXmlFault.ts'

const data = new URL('../data/', import.meta.url)
const catalogue = readCatalogue(readFileSync(new URL('catalogue.csv', data), 'utf8'))
const products = readProducts(readFileSync(new URL('products.csv.gz', data)))
const kinds = families.flatMap(family => Object.keys(family))

function itemOf(kind: string, title: string, motif?: string): CatalogueItem {
  return {
    itemId: 'X1',
    itemGroupId: 'X1',
    title,
    price: 1,
    currency: 'GBP',
    priceAt: '2011-12-09',
    category: 'Trinkets',
    kind,
    ...(motif !== undefined && { motif }),
    available: true,
    firstSold: '2010-12-01',
    link: '/product/x1',
    imageLink: '/pictures/x1.svg',
  }
}

/** What must never stand in a picture, or `undefined`. */
function findForbidden(svg: string): string | undefined {
  const markup = [...svg.matchAll(/<[^>]*>/g)].map(([tag]) => tag).join('')
  return /<script|<foreignObject|<!|\son\w+\s*=|(?:href|src)\s*=|url\((?!#)|@import|javascript:|NaN|undefined|Infinity/i.exec(markup)?.[0]
}

/** Parts that are painted with something the picture does not define, or that are defined twice. */
function findLooseEnds(svg: string): string[] {
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '')
  const used = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id ?? '')
  return [...used.filter(id => !ids.includes(id)), ...ids.filter((id, index) => ids.indexOf(id) !== index)]
}

function findFaults(svg: string): string[] {
  return [findXmlFault(svg), findForbidden(svg), ...findLooseEnds(svg)].filter(fault => fault !== undefined)
}

function expectSound(svg: string, of: string): void {
  expect([of, findFaults(svg)]).toEqual([of, []])
}

describe('a picture', () => {
  it.each(kinds)('of a %s is sound, plain and patterned', kind => {
    expectSound(drawPicture(itemOf(kind, kind)), kind)
    for (const motif of ['Retrospot', 'Union flag', 'Pantry']) {
      expectSound(drawPicture(itemOf(kind, `${motif} ${kind}`, motif)), kind)
    }
  })

  it.each(departments)('is sound for every item of %s', department => {
    const items = catalogue.filter(item => item.category === department)
    expect(items.length).toBeGreaterThan(0)
    expect(items.flatMap(item => findFaults(drawPicture(item)).map(fault => [item.title, fault]))).toEqual([])
  })

  it('keeps a hostile title as text', () => {
    for (const kind of [...kinds, 'nothing known', '__proto__', 'constructor']) {
      expectSound(drawPicture(itemOf(kind, '"><script>alert(1)</script> & \u0000 <b onload=x>\' mug sign', 'Hearts')), kind)
    }
  })

  it('is the same each time it is drawn', () => {
    for (const item of mostOrdered(catalogue, products, 50)) expect(drawPicture(item)).toBe(drawPicture(item))
  })

  it('never stands on a ground of its own colour', () => {
    const near = catalogue.filter(item => distance(toPalette(item).tint, toPalette(item).body) <= 30)
    expect(near.map(item => item.title)).toEqual([])
  })

  it('shows an initial where the kind is unknown, and no ground line', () => {
    const svg = drawPicture(itemOf('nothing known', '6 zebra things'))
    expect(svg).toContain('>Z</text>')
    expect(svg).not.toContain('M28 425')
    expect(silhouetteOf(itemOf('constructor', 'x'))).toBeUndefined()
  })

  it('says how many are in a set', () => {
    expect(drawPicture({ ...itemOf('mug', 'Mugs'), setSize: 6 })).toContain('>6</text>')
    expect(drawPicture(itemOf('mug', 'Mugs'))).not.toContain('>6</text>')
  })

  it('differs between the colours of one product', () => {
    const draw = (colour: string): string => drawPicture(itemOf('mug', `${colour} Mug`)).replace(/<title>.*?<\/title>/, '')
    const mugs = ['Red', 'Green', 'Pink', 'Ivory'].map(draw)
    expect(new Set(mugs).size).toBe(4)
  })
})

describe('the silhouettes', () => {
  it('name each kind once', () => {
    expect(kinds.filter((kind, index) => kinds.indexOf(kind) !== index)).toEqual([])
  })

  it('draw kinds the catalogue can tell, and no others', () => {
    const known = new Set(kindRules.map(([kind]) => kind))
    expect(kinds.filter(kind => !known.has(kind))).toEqual([])
  })

  it('cover at least nine in ten of the 300 most ordered items', () => {
    const often = mostOrdered(catalogue, products, 300)
    const drawn = often.filter(item => silhouetteOf(item)).length
    console.log(`of the 300 most ordered items, drawn: ${((100 * drawn) / often.length).toFixed(1)} %`)
    expect(drawn / often.length).toBeGreaterThanOrEqual(0.9)
  })

  it('cover at least nine in ten order lines', () => {
    const items = new Map(catalogue.map(item => [item.itemId, item]))
    let all = 0
    let drawn = 0
    for (const { sku, orders } of products) {
      const item = items.get(sku)
      if (!item) continue
      all += orders
      if (silhouetteOf(item)) drawn += orders
    }
    console.log(`order lines with a silhouette: ${((100 * drawn) / all).toFixed(1)} %`)
    expect(drawn / all).toBeGreaterThanOrEqual(0.9)
  })
})

describe('a design tile', () => {
  it.each(motifs)('of %s is sound', motif => {
    expectSound(drawDesignTile(motif), motif)
  })

  it('shows things of the design, not the same picture for each', () => {
    const tiles = motifs.map(motif => drawDesignTile(motif).replace(/<title>.*?<\/title>/, ''))
    expect(new Set(tiles).size).toBe(motifs.length)
    expect(tiles.every(tile => tile.split('<defs>').length > 9)).toBe(true)
  })
})

describe('the contact sheet', () => {
  it('holds one picture for each item, the most ordered first', () => {
    const often = mostOrdered(catalogue, products, 12)
    const sheet = toContactSheet(often)
    expect(sheet.split('<li').length - 1).toBe(12)
    expect(often[0]?.title).toBe('White Hanging Heart T-Light Holder')
    expect(findForbidden(sheet.replace('<!doctype html>', '').replace(/ src="data:[^"]*"/g, ''))).toBeUndefined()
  })

  it('marks what has no silhouette', () => {
    expect(toContactSheet([itemOf('nothing known', 'Thing')])).toContain('class="undrawn"')
    expect(toContactSheet([itemOf('mug', 'Mug')])).not.toContain('class="undrawn"')
  })
})
