import { giveAnswer, readAnswer } from '../answer.ts'
import { build } from '../build.ts'
import { part } from './part.ts'
import type { MakeSection } from './Section.ts'

/** The three purposes, as switches. They give the same answer as the bar and "your data". */
export const consentSection: MakeSection = ({ shop, record }) => {
  const boxes = (['personalize', 'analytics', 'connectors'] as const).map(purpose => {
    const state = build('span', { class: 'figure' })
    const box = build('input', {
      type: 'checkbox',
      onchange: () => {
        if (record.get().as === undefined) giveAnswer(shop, { personalize: false, ...readAnswer(), [purpose]: box.checked })
        else shop.consent.set({ [purpose]: box.checked })
        const bar = document.getElementById('ask')
        if (bar) bar.hidden = true
      },
    })
    return { purpose, box, state }
  })
  const source = build('p', {})
  return {
    element: part(
      'Consent', false,
      build('ul', {}, boxes.map(({ purpose, box, state }) => build('li', {}, build('label', {}, box, ` ${purpose} `, state)))),
      source,
    ),
    refresh() {
      const now = shop.consent.state.value
      for (const { purpose, box, state } of boxes) {
        box.checked = now[purpose] === 'granted'
        state.textContent = now[purpose]
      }
      source.textContent = `said by: ${now.source}`
    },
  }
}
