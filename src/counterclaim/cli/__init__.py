"""The command line: one module a command, one for all look-ups; nothing heavy is loaded before it is asked for."""
