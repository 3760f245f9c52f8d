"""The command line: one module a command, nothing heavy loaded before it is asked for."""
