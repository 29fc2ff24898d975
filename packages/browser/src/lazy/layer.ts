// One lazy chunk: the tap of the page's data layer.
export { tapDataLayer } from '../capture/dataLayer.ts'
