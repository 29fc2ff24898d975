import '@shopside/widgets/when'

export { connect } from '@shopside/widgets'
