"""The shapes of answers that the specification of the reconciliation API 0.2 describes in words, as JSON Schema.

Written for these tests from the text of https://reconciliation-api.github.io/specs/0.2/; the schemas that are published
there are not copied.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "minLength": 1}
URL: Schema = {"type": "string", "pattern": "^https?://"}
TEMPLATE: Schema = {"type": "string", "pattern": r"^https?://.*\{\{id\}\}"}


def thing(required: tuple[str, ...], **fields: Schema) -> Schema:
    """An object with these fields and no others."""
    return {"type": "object", "properties": fields, "required": list(required), "additionalProperties": False}


def many(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def each(value: Schema) -> Schema:
    """An object with any keys."""
    return {"type": "object", "additionalProperties": value}


SERVICE = thing(("service_url", "service_path"), service_url=URL, service_path={"type": "string", "pattern": "^/"})
TYPE = thing(("id", "name"), id=TEXT, name=TEXT, broader=many(thing(("id", "name"), id=TEXT, name=TEXT)))
SETTING = thing(
    ("name", "label", "type"),
    name=TEXT,
    label=TEXT,
    type={"enum": ["number", "text", "checkbox", "select"]},
    default={},
    help_text=TEXT,
    choices=many(thing(("value", "name"), value=TEXT, name=TEXT)),
)
MANIFEST = thing(
    ("versions", "name", "identifierSpace", "schemaSpace", "view", "preview", "suggest", "extend", "batchSize"),
    versions={"type": "array", "contains": {"const": "0.2"}, "items": TEXT},
    name=TEXT,
    identifierSpace=URL,
    schemaSpace=URL,
    documentation=URL,
    serviceVersion=TEXT,
    defaultTypes=many(TYPE) | {"uniqueItems": True},
    view=thing(("url",), url=TEMPLATE),
    feature_view=thing(("url",), url=TEMPLATE),
    preview=thing(("url", "width", "height"), url=TEMPLATE, width={"type": "integer"}, height={"type": "integer"}),
    suggest=thing(("entity", "property", "type"), entity=SERVICE, property=SERVICE, type=SERVICE),
    extend=thing(("propose_properties",), propose_properties=SERVICE, property_settings=many(SETTING)),
    batchSize={"type": "integer", "minimum": 1},
)
CANDIDATE = thing(
    ("id", "name", "type", "score", "match"),
    id=TEXT,
    name=TEXT,
    description={"type": "string"},
    type=many(TYPE),
    score={"type": "number"},
    match={"type": "boolean"},
    features=many(thing(("id", "value"), id=TEXT, value={"type": ["number", "boolean"]})),
)
RESULTS = each(thing(("result",), result=many(CANDIDATE)))
SUGGESTED_ENTITIES = thing(
    ("result",),
    result=many(thing(("id", "name"), id=TEXT, name=TEXT, description={"type": "string"}, notable=many(TEXT))),
)
SUGGESTED_TYPES = thing(("result",), result=many(TYPE))
SUGGESTED_PROPERTIES = thing(("result",), result=many(thing(("id", "name"), id=TEXT, name=TEXT)))
PROPOSALS = thing(
    ("properties", "type"),
    properties=many(thing(("id", "name"), id=TEXT, name=TEXT)),
    type=TEXT,
    limit={"type": "integer"},
)
DATE_TIME: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
CELL: Schema = {
    "oneOf": [
        thing(("id", "name"), id=TEXT, name=TEXT),
        thing(("str",), str={"type": "string"}),
        thing(("float",), float={"type": "number"}),
        thing(("int",), int={"type": "integer"}),
        thing(("date",), date=DATE_TIME),
    ]
}
EXTENSION = thing(("meta", "rows"), meta=many(thing(("id", "name"), id=TEXT, name=TEXT)), rows=each(each(many(CELL))))
