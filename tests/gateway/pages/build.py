"""A small build of both web apps, as the real one lays it out."""

import gzip
from pathlib import Path

OFFICE_PAGE = (
    """<!doctype html>
<html lang="__LANG__">
<head>
<meta name="vitrazh-links" content="__LINKS__">
<link rel="stylesheet" href="/assets/office-1a.css">
<script type="module" src="/assets/office-1a.js"></script>
</head>
<body>
"""
    + "<p>A page long enough to be worth packing.</p>\n" * 30
    + """</body>
</html>
"""
)
SHOP_PAGE = '<!doctype html><html lang="ru"><body>shop __LANG__</body></html>'
SCRIPT = 'export const office = "' + "a" * 400 + '";'
BR = b"brotli of the script"
FILES = {
    "office/index.html": OFFICE_PAGE,
    "office/logo.svg": "<svg/>",
    "office/assets/office-1a.js": SCRIPT,
    "office/assets/office-1a.css": "body{}",
    "workshop/index.html": SHOP_PAGE,
    "workshop/sw.js": "self.skipWaiting()",
    "workshop/manifest.webmanifest": "{}",
    "workshop/icon-192.png": "PNG",
    "workshop/assets/shop-2b.js": "shop()",
    "secret.txt": "beside the apps, of nobody",
    "office/.env": "hidden",
}


def build(folder: Path) -> Path:
    """Write the build, with the script compressed beforehand; return its folder."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    script = folder / "office" / "assets" / "office-1a.js"
    script.with_name("office-1a.js.br").write_bytes(BR)
    script.with_name("office-1a.js.gz").write_bytes(gzip.compress(SCRIPT.encode()))
    return folder
