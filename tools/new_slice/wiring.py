"""Puts a new slice into its service's composition root."""

import ast

from tools.new_slice.names import Names, Unfit


def wired(text: str, names: Names) -> str:
    """Return `app.py` with the slice imported and added as the last of `slices`.

    Raises:
        Unfit: the file has no `Service(slices=(...))` with at least one slice.
    """
    tree = ast.parse(text)
    found = [
        keyword.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Service"
        for keyword in node.keywords
        if keyword.arg == "slices"
    ]
    if len(found) != 1 or not isinstance(found[0], ast.Tuple | ast.List) or not found[0].elts:
        raise Unfit("app.py has no Service(slices=(...)) to add to")
    imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    http, tables = f"{names.slice}_http", f"{names.slice}_tables"
    package = names.words["package"]
    lines = text.splitlines(keepends=True)
    last = found[0].elts[-1]
    row, column = (last.end_lineno or 1) - 1, last.end_col_offset
    added = f', Slice(name="{names.slice}", routes=({http}.router,), metadata={tables}.metadata)'
    # Columns of the tree count bytes.
    line = lines[row].encode()
    lines[row] = (line[:column] + added.encode() + line[column:]).decode()
    lines.insert(
        imports[-1].end_lineno or 1,
        f"from {package} import http as {http}\nfrom {package} import tables as {tables}\n",
    )
    return "".join(lines)
