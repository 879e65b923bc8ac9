"""What gets pasted into fields by mistake, by malice or by a cat."""

from typing import Final

RUBBISH: Final[dict[str, str]] = {
    "control characters": "\x01\x02\x07\x1b[31m\x7f\x85",
    "written from the right": "\u202e0021x008\u202c \u200f\u2066abc\u2069",
    "no width": "\u200b\u200d\ufeff\u2060",
    "10,000 characters": "Ж" * 10_000,
    "emoji": "🪞👨‍👩‍👧‍👦🏳️‍🌈 ×️⃣",
    "a tag": "<img src=x onerror=\"window.__xss='field'\"><script>window.__xss='field'</script>",
    "a quoted attribute": "\"><svg/onload=window.__xss='field'>' autofocus onfocus='",
    "SQL": "'; DROP TABLE orders; -- %' OR 1=1",
    "a huge number": "9" * 400,
    "numbers that only look so": "1e309 NaN Infinity 0x7f ١٢٣ ４５６ −0 1.797e308",
    "a template": "${7*7} {{7*7}} {count, plural, one {x}} %s %n \\u0000",
}

SCRIPTS: Final = (
    "<script>window.__xss='script'</script>",
    "<img src=x onerror=\"window.__xss='img'\">",
    '"><svg onload="window.__xss=\'svg\'">',
    "javascript:window.__xss='address'",
    "<iframe srcdoc=\"<script>parent.__xss='frame'</script>\"></iframe>",
    "</title></style></textarea><details open ontoggle=\"window.__xss='toggle'\">",
    "<a href=\"data:text/html,<script>window.__xss='data'</script>\">сюда</a>",
    "{{constructor.constructor('window.__xss=1')()}}",
)
"""Texts that do something where they are taken for more than text."""

NOTHING_RAN: Final = "typeof window.__xss"
