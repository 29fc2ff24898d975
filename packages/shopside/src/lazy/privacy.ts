import '@shopside/widgets/privacy'

export { connect } from '@shopside/widgets'
