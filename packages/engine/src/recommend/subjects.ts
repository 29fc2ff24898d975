import type { RankContext } from './rankContext.ts'

/** Indices of what a list is about: the item asked for, else the page's own, else the lines of the basket. */
export function subjects({ input, request, lines, board }: RankContext): { indices: number[]; inCart: boolean } {
  const itemId = request.itemId ?? input.page.item?.item_id
  const ids = itemId === undefined ? lines.map(line => line.item_id) : [itemId]
  return { indices: ids.map(board.indexOf).filter(index => index >= 0), inCart: itemId === undefined }
}
