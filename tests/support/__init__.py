"""What tests of whole processes stand on: a running sandbox and the real bot beside it."""
