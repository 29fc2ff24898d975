import { rowOf, type Model } from '@shopside/engine'

const relations = ['viewed', 'boughtWith', 'boughtAfterView', 'boughtAfter', 'similar'] as const

/** Touches everything that a model can be asked, as pages do. @throws Error when an answer is out of its range */
export function readAll(model: Model): void {
  const isItem = (index: number): boolean => Number.isInteger(index) && index >= 0 && index < model.size
  for (let index = 0; index < model.size; index++) {
    model.product(index)
    model.group(index)
    model.reorder(index)
    model.afterDays(index)
    model.available(index)
    model.price(index)
    model.marketOf(String(model.market(index) + model.kind(index) + model.motif(index) + model.category(index)))
    for (const twin of model.twins(index)) if (!isItem(twin)) throw new Error(`twin ${twin}`)
    for (let month = 0; month < 12; month++) if (!(model.seasonLift(index, month) > 0)) throw new Error('season')
    for (const name of relations) {
      for (const { index: at, weight } of rowOf(model[name], index)) {
        if (!isItem(at) || at === index || !(weight > 0 && weight <= 1)) throw new Error(`${name} ${index} ${at} ${weight}`)
      }
    }
    model.popularRank(index)
    model.indexOf(model.itemId(index))
  }
  for (const list of [model.popular, model.newest, model.trending]) {
    for (const index of list) if (!isItem(index)) throw new Error('list')
  }
  if (model.popular.length !== model.size) throw new Error('popular')
  if (model.currency !== undefined) new Intl.NumberFormat('en-GB', { style: 'currency', currency: model.currency }).format(1)
}
