const format = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone: 'GMT',
})

/** A moment by the shop's clock in words, without its year: "Saturday 10 December, 09:00". */
export function toShopTime(at: number): string {
  return format.format(at).replace(/,? at /, ', ')
}
