import { personas } from '../../shop/personas.ts'
import { build, type Child } from '../build.ts'
import { addressWith, part } from './part.ts'
import { stageLine } from './stageLine.ts'
import type { MakeSection } from './Section.ts'

/** Be somebody: real customers of the data by their number, each in stores apart from one's own. */
export const somebodySection: MakeSection = ({ record, shop }) => {
  const { as } = record.get()
  const person = (id: string, name: string, bought = ''): Child => {
    const isNow = id === (as ?? 'yourself')
    return build('li', {}, isNow
      ? build('strong', { 'aria-current': 'true' }, name)
      : build('a', { href: addressWith('as', id) }, name), bought && ` ${bought}`)
  }
  const children = build('ul', {},
    person('yourself', 'yourself'),
    person('stranger', 'a stranger', 'nothing known, forgotten each time'),
    personas.map(({ id, bought }) => person(id, id, bought)))
  const stages = build('div')
  return {
    element: part(
      'Be somebody', as !== undefined,
      build('p', {}, 'Real customer numbers. Their orders are walked through once, apart from your own memory.'), children, stages,
    ),
    async refresh() {
      await shop.ready
      const { value: shopper } = shop.profile
      const line = shopper && stageLine(shopper, record.now())
      stages.replaceChildren(...(line ? [build('h4', {}, 'Stages, as the clock moves'), line] : []))
    },
  }
}
