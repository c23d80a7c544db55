"""Tables for notebooks."""

import html


def html_table(heads, rows):
    """Rows of texts as a table of HTML."""
    head = "".join(f"<th>{html.escape(text)}</th>" for text in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(_text(cell))}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _text(cell):
    if cell is None:
        return ""
    return ", ".join(cell) if isinstance(cell, list) else str(cell)
