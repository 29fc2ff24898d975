/** For what takes the place of a button that was pressed: whoever reads by keyboard or by ear goes on there. A `ref`. */
export function focusOn(element: HTMLElement | null): void {
  element?.focus()
}
