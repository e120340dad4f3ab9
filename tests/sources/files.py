"""Files as they come, made by the tests: PDF pages, Word documents, web pages."""

from __future__ import annotations

import io
import zipfile

FONT = "/Resources << /Font << /F1 {} 0 R >> >>"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = "عاد أكثر من 300 شخص إلى البلدة في 5 آذار 2021، ورُمّمت 12 مدرسة."
MORE = "وقالت البلدية إن 40% من الطرق صالحة، وإن نحو 7 آلاف متر مربع من الأنقاض رُفعت."


def pdf(pages: list[list[str]], **stated: str) -> bytes:
    """A PDF of lines of ASCII text, by hand: each page's lines from top to bottom; and what it states of itself."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids: list[str] = []
    for lines in pages:
        drawn = "".join(
            f"BT /F1 12 Tf 50 {780 - 16 * at} Td ({line}) Tj ET\n" for at, line in enumerate(lines)
        ).encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        font = "/Resources << /Font << /F1 3 0 R >> >>"
        box = "/MediaBox [0 0 595 842]"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} {font} /Contents {len(objects)} 0 R >>".encode())
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    objects.append(f"<< {' '.join(f'/{name} ({value})' for name, value in stated.items())} >>".encode())
    return written(objects, info=len(objects))


def written(objects: list[bytes], info: int | None = None) -> bytes:
    """A PDF of these objects; which of them states what the file is."""
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places: list[int] = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    begin = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    told = b"" if info is None else b"/Info %d 0 R " % info
    out.write(b"trailer << /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, told, begin))
    return out.getvalue()


def drawn(signs: list[tuple[float, float, str]]) -> bytes:
    """A PDF of one page, each sign drawn by itself at its place, under the name that its font gives to it."""
    codes = {name: 65 + at for at, name in enumerate(dict.fromkeys(name for *_, name in signs))}
    names = " ".join(f"<{code:02x}> <{name.encode('utf-16-be').hex()}>" for name, code in codes.items())
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <00> <ff> "
        f"endcodespacerange {len(codes)} beginbfchar {names} endbfchar endcmap end end"
    )
    page = "".join(f"BT /F1 12 Tf {x} {y} Td <{codes[name]:02x}> Tj ET\n" for x, y, name in signs)
    font = f"/Type /Font /Subtype /TrueType /BaseFont /Courier /FirstChar 65 /LastChar 255 /Widths [{'500 ' * 191}]"
    return written(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
            f"<< {font} /ToUnicode 4 0 R >>".encode(),
            f"<< /Length {len(table)} >>\nstream\n{table}\nendstream".encode(),
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 842] {FONT.format(3)} /Contents 6 0 R >>".encode(),
            f"<< /Length {len(page)} >>\nstream\n{page}\nendstream".encode(),
        ]
    )


def from_right(line: str, y: float = 700) -> list[tuple[float, float, str]]:
    """The signs of a line of Arabic letters and one number, where they stand on the page."""
    pieces = [piece if piece.isdigit() else piece[::-1] for piece in line.split()]
    seen = " ".join(reversed(pieces))
    return [(100 + 6 * at, y, sign) for at, sign in enumerate(seen) if sign != " "]


def word(body: str, **parts: str) -> bytes:
    """A DOCX whose body, and other stories, are WordprocessingML."""
    import docx

    plain = io.BytesIO()
    docx.Document().save(plain)
    out = io.BytesIO()
    relations = ""
    overrides = ""
    for name in parts:
        kind = name.rstrip("0123456789")
        relations += (
            f'<Relationship Id="r{name}" Target="{name}.xml" '
            f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
        )
        overrides += (
            f'<Override PartName="/word/{name}.xml" '
            f'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        )
    with zipfile.ZipFile(plain) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            content = given.read(name)
            if name == "word/document.xml":
                content = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()
            if name == "word/_rels/document.xml.rels":
                content = content.replace(b"</Relationships>", relations.encode() + b"</Relationships>")
            if name == "[Content_Types].xml":
                content = content.replace(b"</Types>", overrides.encode() + b"</Types>")
            made.writestr(name, content)
        for name, inner in parts.items():
            root = {"header": "hdr", "footer": "ftr"}.get(name.rstrip("0123456789"), name)
            made.writestr(f"word/{name}.xml", f'<w:{root} xmlns:w="{W}">{inner}</w:{root}>')
    return out.getvalue()


def p(text: str, around: str = "{}") -> str:
    """A paragraph of Word."""
    return "<w:p>" + around.format(f"<w:r><w:t>{text}</w:t></w:r>") + "</w:p>"


def page(main: str, head: str = "", *, above: str = "", lang: str = "ar") -> str:
    """A news page with all that stands around an article."""
    return f"""<!doctype html><html lang="{lang}" dir="rtl"><head><meta charset="utf-8">
<title>خبر من البلدة</title>{head}</head>
<body><header><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/1">أهم 10 صور</a></li></ul></nav></header>
<main><article><h1>خبر من البلدة</h1>{above}{main}</article>
<aside><h3>اقرأ أيضا</h3><ul><li><a href="/3">إصابة 70 شخصا في حريق</a></li><li><a href="/4">عودة 400 نازح</a>
</li></ul></aside>
<section class="comments"><h3>التعليقات (12)</h3><p>لا يزيد التعليق عن 500 حرف.</p></section></main>
<footer><p>جميع الحقوق محفوظة 2024، هاتف 0112345678</p></footer><script>var shares = 5000;</script></body></html>"""
