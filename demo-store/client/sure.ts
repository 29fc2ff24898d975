import { build } from './build.ts'

/** Asks once, in one sentence, with two buttons of equal weight. @returns true for the first; Esc is the second */
export function sure(sentence: string, yes: string, no: string): Promise<boolean> {
  return new Promise(resolve => {
    const button = (label: string, value: string): HTMLElement => build('button', { class: 'button', value }, label)
    const dialog = build('dialog', { class: 'sure', 'aria-label': sentence },
      build('form', { method: 'dialog' }, build('p', {}, sentence), build('div', { class: 'buttons' }, button(yes, 'yes'), button(no, 'no'))))
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'yes')
    })
    document.body.append(dialog)
    dialog.showModal()
  })
}
