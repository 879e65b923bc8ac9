"""House rules that ruff and import-linter cannot see, each on the syntax tree."""
