"""The running program: settings, wiring, processes, the command line."""
