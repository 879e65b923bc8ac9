"""The developer's commands: house rules, generated files, scaffolds."""
