"""One file a sub-command of the command line."""
