"""In: nothing. Out: the tables and views of the database, in SQLAlchemy's portable terms."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    ColumnElement,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Select,
    String,
    Table,
    Text,
    and_,
    func,
    inspect,
    select,
    text,
)

metadata = MetaData()


def _key() -> Column[str]:
    return Column("id", String(24), primary_key=True)


def _reference(table: str, *, required: bool = True) -> Column[str]:
    return Column(f"{table}_id", String(24), ForeignKey(f"{table}.id"), nullable=not required, index=True)


def _span(start: str = "start_char", end: str = "end_char") -> tuple[Column[int], Column[int]]:
    return Column(start, Integer, nullable=False), Column(end, Integer, nullable=False)


run = Table(
    "run", metadata, _key(),
    Column("version", String(40), nullable=False, comment="version of the extractor"),
    Column("pages", Integer, nullable=False, comment="pages that were read"),
    Column("skipped", Integer, nullable=False, comment="pages that could not be read: see problem"),
)  # fmt: skip

page = Table(
    "page", metadata, _key(), _reference("run"),
    Column("name", Text, nullable=False, index=True, comment="page id: the file's stem"),
    Column("source", Text), Column("sha256", String(64), nullable=False, index=True),
    Column("length", Integer, nullable=False), Column("digest", String(24), nullable=False),
    Column("text", Text, nullable=False, comment="what all offsets count, from 0"),
)  # fmt: skip

mention = Table(
    "mention", metadata, _key(), _reference("page"),
    Column("name", String(24), nullable=False, comment="id within the result"), *_span(),
    Column("text", Text, nullable=False), Column("label", String(24), nullable=False), Column("value", Text),
    Column("number", Float), Column("unit", Text), Column("mod", String(24)), Column("zone", Text),
    Column("utc", String(40), comment="the instant of a TIME, ISO 8601, at the precision said"),
    Column("rule", Text, nullable=False), Column("origins", JSON, nullable=False),
    Index("mention_by_label", "label", "value"),
)  # fmt: skip

fact = Table(
    "fact", metadata, _key(), _reference("page"), Column("position", Integer, nullable=False),
    Column("kind", String(24), nullable=False), Column("subject", Text, index=True),
    Column("aspect", Text, comment="which event, parameter, mass, duration, role or scheme"),
    Column("status", String(24)), Column("value", Text), Column("number", Float), Column("unit", Text),
    Column("mod", String(24)), Column("utc", String(40), index=True), Column("utc_end", String(40)),
    Column("attributes", JSON, nullable=False), Column("rule", Text, nullable=False),
    Column("trigger_start", Integer), Column("trigger_end", Integer),
    Index("fact_by_kind", "kind", "aspect", "status"),
)  # fmt: skip

finding = Table(
    "finding", metadata, _key(), _reference("page"), Column("position", Integer, nullable=False),
    Column("rule", Text, nullable=False, index=True), Column("severity", String(24), nullable=False),
    Column("message", Text, nullable=False),
)  # fmt: skip

evidence = Table(
    "evidence", metadata, _key(), _reference("page"), _reference("fact", required=False),
    _reference("finding", required=False), _reference("mention", required=False),
    Column("side", String(8), nullable=False, comment="for, or against where a finding has two sides"),
    Column("position", Integer, nullable=False), *_span(), Column("text", Text, nullable=False),
    CheckConstraint("(fact_id IS NULL) <> (finding_id IS NULL)", name="evidence_proves_one_thing"),
)  # fmt: skip

problem = Table(
    "problem", metadata, _key(), _reference("run"), _reference("page", required=False),
    Column("source", Text), Column("code", String(40), nullable=False, index=True),
    Column("message", Text, nullable=False),
)  # fmt: skip


def _designation(scheme: str, label: str) -> ColumnElement[str]:
    """Give the designation that the fact's page has for its subject, the first where it has several."""
    other = fact.alias(label)
    told = and_(other.c.kind == "designation", other.c.aspect == scheme)
    same = and_(told, other.c.page_id == fact.c.page_id, other.c.subject == fact.c.subject)
    first = select(func.min(other.c.position)).where(same).correlate(fact).scalar_subquery()
    return select(other.c.value).where(same, other.c.position == first).correlate(fact).scalar_subquery().label(label)


def _list_views() -> dict[str, Select[tuple[object, ...]]]:
    """Give the queries behind the views, by name."""
    told = fact.join(page, page.c.id == fact.c.page_id)
    place = (page.c.name.label("page"), fact.c.subject)
    when = (fact.c.status, fact.c.value.label("local"), fact.c.utc, fact.c.utc_end)
    attribute = fact.c.attributes
    events = select(*place).select_from(told).where(fact.c.kind == "event")
    order = func.coalesce(fact.c.utc, fact.c.value)
    proof = fact.c.id.label("fact_id")
    return {
        "launches": events.add_columns(
            *when, _designation("launch_vehicle", "vehicle"), _designation("launch_site", "site"), proof
        ).where(fact.c.aspect == "launch").order_by(order, fact.c.position),
        "crew": select(
            *place, attribute["crew"].as_string().label("crew"), fact.c.aspect.label("role"),
            fact.c.value.label("person"), attribute["agency"].as_string().label("agency"),
            attribute["seat"].as_string().label("seat"), proof,
        ).select_from(told).where(fact.c.kind == "crew").order_by(page.c.name, fact.c.position),
        "orbits": select(
            *place, attribute["orbit"].as_string().label("orbit"), fact.c.aspect.label("parameter"),
            fact.c.number.label("value"), fact.c.unit, proof,
        ).select_from(told).where(fact.c.kind == "orbit").order_by(page.c.name, fact.c.position),
        "timeline": events.add_columns(fact.c.aspect.label("event"), *when, proof)
        .order_by(order, fact.c.position),
    }  # fmt: skip


def create_schema(connection: Connection) -> None:
    """Make the tables and views that are not there yet."""
    metadata.create_all(connection)
    there = set(inspect(connection).get_view_names())
    for name, query in _list_views().items():
        if name not in there:
            body = query.compile(connection, compile_kwargs={"literal_binds": True})
            connection.execute(text(f"CREATE VIEW {name} AS {str(body).replace(':', chr(92) + ':')}"))
