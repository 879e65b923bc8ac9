"""Texts that do harm where they are taken for more than text."""

from typing import Any, Final

SQL: Final = (
    "'", "''", "';", "'--", "' or '1'='1", "' OR 1=1--", "' or 1=1#", '" or "1"="1', "') or ('1'='1",
    "')) or (('1'='1", "' or 'x'='x';--", "admin'--", "' union select null--",
    "' union select null,null,null--", "' union all select version(),current_user--",
    "1; drop table work_orders--", "'; drop table outbox; --", "1'; delete from audit where '1'='1",
    "'; update staff set roles='{admin}'--", "'; select pg_sleep(5)--", "1 and pg_sleep(5)",
    "1); select pg_sleep(5)--", "' || pg_sleep(5)--", "'||(select 1)||'", "' and 1=(select 1/0)--",
    "' and cast(version() as int)=1--", "' and 1=cast((select current_database()) as int)--",
    "1 or 1=1", "1' order by 100--", "1) order by 100--", "id; commit; --", "asc; drop table x",
    "(case when 1=1 then 1 else 1/0 end)", "'; copy (select 1) to program 'id'--",
    "'; copy clients to '/nowhere/x'--", "' || lo_import('/etc/passwd') ||'", "$$; select 1; $$",
    "E'\\\\047 or 1=1--", "\\'; select 1--", "%27%20or%201=1", "%2527", "%' or '%'='", "_%_%_%", "%%%%%%",
    "\\%", "\\\\\\", "'::text", "x'::int", "'::regclass", "{1,2}'::int[]--", "null", "NULL", "default",
    "current_user", "/**/or/**/1=1", "1/*'*/or 1=1", "ʼ or 1=1--", "＇ or 1＝1--", "\ufeff' or 1=1--",
    ":id", "%(id)s", "$1", "?", "@@version", "1e0union select 1",
)  # fmt: skip
TEMPLATES: Final = (
    "{{7*7}}", "{{7*'7'}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{%print(7*7)%}", "{{config}}", "{{self}}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{request.application.__globals__}}",
    "{{cycler.__init__.__globals__.os.popen('id').read()}}", "{{lipsum.__globals__}}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}", "{{range(999999999)}}",
    "{0.__class__}", "{limit}", "{seconds}", "{number.__init__.__globals__}", "%s%s%s%n", "%(x)s", "{",
    "}", "{{", "}}", "{%", "{#", "{!r}", "{0}", "{:>999999999}", "${jndi:ldap://127.0.0.1/x}",
    "*{7*7}", "@(7*7)", "[[${7*7}]]",
)  # fmt: skip
SCRIPTS: Final = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1)",
    "<svg/onload=alert(1)>", "</textarea><script>alert(1)</script>", "]]><x/>", "<!--", "&lt;", "&#0;",
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "-1+1", "\t=1",
)  # fmt: skip
PATHS: Final = (
    "../../../../etc/passwd", "..\\..\\..\\windows\\win.ini", "/etc/passwd", "....//....//etc/passwd",
    "%2e%2e%2f", "..%252f", "..%c0%af", "file:///etc/passwd", "a/../b", "con", "nul.txt", ".", "..",
    "~root", "$(id)", "`id`", "; id", "| id", "&& id", "http://127.0.0.1/", "http://169.254.169.254/",
)  # fmt: skip
UNICODE: Final = (
    "\u0000", "a\u0000b", "\u0001\u0002\u0007", "\x1b[31m", "\x7f\x85", "\r\n", "a\r\nSet-Cookie: x=1",
    "\u202e0021x008\u202c", "\u200f\u2066abc\u2069", "\u200b\u200d\ufeff\u2060", "\ufffe", "\uffff",
    "\U0010ffff", "👨‍👩‍👧‍👦🏳️‍🌈", "e\u0301" * 50, "Z\u0351\u036b\u0343" * 20, "ﷺ" * 20, "İıŞß",
    "ΌΣΟΣ", "١٢٣", "４５６", "−0", "½", "²", "Ⅷ", "K", "ſ", "\u00a0", "\u3000", " ", "\t", "\n",
    "Ж" * 1_001, "a" * 10_001, "Ёё", "𝒜", "\u2028", "\u2029", "\u180e", "\u00ad", "\u034f", "نص",
)  # fmt: skip
LONE: Final = ("\ud800", "\udfff", "a\ud83d", "\ude00b", "\ud800\ud800")
"""Halves of characters: JSON can say them, UTF-8 cannot."""
NUMBERS: Final = (
    "0", "-0", "-1", "1.0", "0.1", "00", "+1", "1_000", "1e3", "1e309", "-1e309", "NaN", "Infinity",
    "-Infinity", "0x7f", "0b1", "0o7", "2147483647", "2147483648", "-2147483649",
    "9223372036854775807", "9223372036854775808", "18446744073709551616", "9" * 400, "1" + "0" * 4_400,
    "0." + "0" * 400 + "1", "999999999999.999", "1,5", "1 000", "true", "None", "[]", "{}", "1;2",
)  # fmt: skip
DATES: Final = (
    "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "2026-02-30", "2026-13-01", "1970-01-01",
    "-0001-01-01", "2026-1-1", "20260101", "2026-W01-1", "01.01.2026", "2026-01-01T00:00:00",
    "2026-01-01T00:00:00Z", "2026-01-01T24:00:00Z", "2026-06-30T23:59:60Z", "2026-01-01T00:00:00+99:99",
    "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+14:00", "2026-01-01T00:00:00.0000000001Z",
    "294277-01-01T00:00:00Z", "now", "infinity", "-infinity", "epoch", "today", "1e10", "1700000000",
    "2026-01-01 00:00:00 BC", "P1D",
)  # fmt: skip
VALUES: Final[tuple[Any, ...]] = (
    0, -1, 1, 2**31 - 1, 2**31, -(2**31) - 1, 2**53, 2**63 - 1, 2**63, 2**64, -(2**63) - 1, 10**400,
    0.1, -0.0, 1e308, 5e-324, True, False, None, [], {}, [[]], [None], {"": ""}, {"$ne": None},
    {"__proto__": {"x": 1}}, [1, [2, [3, [4]]]], "",
)  # fmt: skip
"""What JSON can put in the place of anything."""
TEXTS: Final = (*SQL, *TEMPLATES, *SCRIPTS, *PATHS, *UNICODE, *NUMBERS, *DATES)

HEADERS: Final[tuple[tuple[str, str], ...]] = (
    ("Accept", "*/*;q=nan"), ("Accept", "text/html"), ("Accept", "application/xml"), ("Accept", ",,,;;;"),
    ("Accept-Language", "x" * 4_000), ("Accept-Language", "en;q=ё"), ("Accept-Language", "{seconds}"),
    ("Accept-Language", "de-DE,*;q=0"), ("Accept-Encoding", "gzip;q=-1,br;q=2"),
    ("Accept-Charset", "utf-7"), ("Authorization", "Bearer"), ("Authorization", "Bearer " + "x" * 4_000),
    ("Authorization", "Basic Og=="), ("Authorization", "Bearer null"), ("Authorization", "\xff\xfe"),
    ("Authorization", "bearer vitrazh' or 1=1--"), ("Cookie", "=;;;=;vitrazh_session"),
    ("Cookie", "vitrazh_session=" + "x" * 4_000), ("Cookie", "vitrazh_session=\xff"),
    ("Cookie", 'vitrazh_session="; a=b'), ("Content-Type", "text/plain"), ("Content-Type", "application/xml"),
    ("Content-Type", "application/json; charset=utf-7"), ("Content-Type", "application/json; charset=x" ),
    ("Content-Type", "multipart/form-data"), ("Content-Type", "multipart/form-data; boundary=" + "x" * 300),
    ("Content-Type", "application/x-www-form-urlencoded"), ("Content-Type", ";"), ("Content-Type", "a/" * 99),
    ("Content-Encoding", "gzip"), ("Content-Encoding", "br"), ("Expect", "100-continue"), ("Expect", "x"),
    ("Host", "evil.example"), ("Host", ""), ("Forwarded", "for=127.0.0.1;host=evil.example"),
    ("X-Forwarded-For", "127.0.0.1, ' or 1=1"), ("X-Forwarded-Host", "evil.example"),
    ("X-HTTP-Method-Override", "DELETE"), ("X-Original-URL", "/api/staff"), ("X-User", "admin"),
    ("X-Operator", "x" * 4_000), ("X-Operator", "\xff"), ("X-Operator-Id", "' or 1=1--"),
    ("Idempotency-Key", ""), ("Idempotency-Key", "x" * 256), ("Idempotency-Key", "ё".encode().decode("latin-1")),
    ("Idempotency-Key", "a b"), ("Idempotency-Key", "'; drop table idempotency--"),
    ("If-Match", "*"), ("If-Match", '"' + "9" * 400 + '"'), ("If-Match", '"1", "2"'), ("If-Match", "٣"),
    ("If-Match", '"-1"'), ("If-Match", '""'), ("If-None-Match", "*"), ("Range", "bytes=-1,0-,99999-"),
    ("Range", "bytes=" + "0-0," * 500), ("If-Modified-Since", "now"), ("traceparent", "00-zz-zz-zz"),
    ("traceparent", "x" * 4_000), ("tracestate", "a=" * 600), ("baggage", "a=%00;" * 99),
    ("Last-Event-ID", "\xff"), ("Connection", "authorization, x-operator"), ("TE", "trailers, x"),
    ("Upgrade", "websocket"), ("Upgrade", "h2c"), ("Origin", "null"), ("Origin", "http://evil.example"),
    ("Sec-Fetch-Site", "cross-site"), ("Referer", "x" * 4_000), ("User-Agent", "${jndi:ldap://127.0.0.1/x}"),
)  # fmt: skip
