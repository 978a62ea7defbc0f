#pragma once

#include <concepts>
#include <type_traits>

#include "sayso/analysis.h"
#include "sayso/article.h"
#include "sayso/reading.h"

/// The one place that says which fields each type has in JSON, in which order, and which of them are
/// always written. The writer and the reader (json.cpp) both visit these lists.
///
///   need      always there
///   opt       there if it has a value (a text, a list that is not empty, `true`)
///   nullable  always there, `null` without a value
namespace sayso::fields {

template <class T, class U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

template <class V>
void visit(V& v, Is<Zone> auto& x) {
    v.need("kind", x.kind);
    v.need("span", x.span);
}

/// `text` is not in this list's order by chance: spans are checked against it, so json.cpp reads it first.
template <class V>
void visit(V& v, Is<Document> auto& x) {
    v.need("id", x.id);
    v.opt("url", x.url);
    v.opt("outlet", x.outlet);
    v.opt("title", x.title);
    v.opt("authors", x.authors);
    v.opt("published", x.published);
    v.opt("language", x.language);
    v.need("text", x.text);
    v.need("zones", x.zones);
}

template <class V>
void visit(V& v, Is<Name> auto& x) {
    v.need("span", x.span);
    v.need("type", x.type);
}

template <class V>
void visit(V& v, Is<EntityMention> auto& x) {
    v.need("span", x.span);
    v.need("head", x.head);
    v.need("type", x.type);
    v.need("entity", x.entity);
}

template <class V>
void visit(V& v, Is<AttributionRelation> auto& x) {
    v.need("cue", x.cue);
    v.need("sources", x.sources);
    v.need("contents", x.contents);
    v.opt("vias", x.vias);
    v.opt("addressees", x.addressees);
    v.opt("inner", x.inner);
    v.opt("act", x.act);
    v.opt("certainty", x.certainty);
}

template <class V>
void visit(V& v, Is<Mention> auto& x) {
    v.need("span", x.span);
    v.need("form", x.form);
}

template <class V>
void visit(V& v, Is<Role> auto& x) {
    v.need("title", x.title);
    v.opt("of", x.of);
    v.need("span", x.span);
}

template <class V>
void visit(V& v, Is<Affiliation> auto& x) {
    v.need("relation", x.relation);
    v.need("to", x.to);
    v.need("span", x.span);
}

template <class V>
void visit(V& v, Is<Actor> auto& x) {
    v.opt("country", x.country);
    v.opt("sector", x.sector);
}

template <class V>
void visit(V& v, Is<Place> auto& x) {
    v.opt("country", x.country);
    v.opt("geonames", x.geonames);
    v.opt("lat", x.lat);
    v.opt("lon", x.lon);
    v.opt("kind", x.kind);
}

template <class V>
void visit(V& v, Is<Entity> auto& x) {
    v.need("id", x.id);
    v.need("type", x.type);
    v.need("name", x.name);
    v.need("named", x.named);
    v.need("mentions", x.mentions);
    v.opt("roles", x.roles);
    v.opt("affiliations", x.affiliations);
    v.opt("actor", x.actor);
    v.opt("place", x.place);
}

template <class V>
void visit(V& v, Is<Time> auto& x) {
    v.need("id", x.id);
    v.need("span", x.span);
    v.opt("begin", x.begin);
    v.opt("end", x.end);
    v.need("precision", x.precision);
}

template <class V>
void visit(V& v, Is<EventMention> auto& x) {
    v.need("span", x.span);
}

template <class V>
void visit(V& v, Is<Participant> auto& x) {
    v.need("role", x.role);
    v.need("entity", x.entity);
    v.need("span", x.span);
}

template <class V>
void visit(V& v, Is<Toll> auto& x) {
    v.need("kind", x.kind);
    v.nullable("min", x.min);
    v.nullable("max", x.max);
    v.need("span", x.span);
    v.opt("told_by", x.told_by);
    v.opt("of", x.of);
    v.opt("group", x.group);
    v.opt("adds", x.adds);
}

template <class V>
void visit(V& v, Is<Event> auto& x) {
    v.need("id", x.id);
    v.need("type", x.type);
    v.opt("mode", x.mode);
    v.need("mentions", x.mentions);
    v.opt("participants", x.participants);
    v.opt("time", x.time);
    v.opt("place", x.place);
    v.opt("toll", x.toll);
    v.opt("status", x.status);
    v.opt("told_by", x.told_by);
    v.opt("part_of", x.part_of);
    v.opt("main", x.main);
}

template <class V>
void visit(V& v, Is<Source> auto& x) {
    v.opt("entity", x.entity);
    v.need("span", x.span);
    v.need("anonymous", x.anonymous);
}

template <class V>
void visit(V& v, Is<Party> auto& x) {
    v.opt("entity", x.entity);
    v.need("span", x.span);
}

template <class V>
void visit(V& v, Is<Cue> auto& x) {
    v.need("span", x.span);
    v.need("lemma", x.lemma);
}

template <class V>
void visit(V& v, Is<About> auto& x) {
    v.opt("event", x.event);
    v.opt("statement", x.statement);
    v.need("stance", x.stance);
}

template <class V>
void visit(V& v, Is<Blame> auto& x) {
    v.need("entity", x.entity);
    v.opt("event", x.event);
    v.need("stance", x.stance);
}

template <class V>
void visit(V& v, Is<Warning> auto& x) {
    v.opt("event", x.event);
    v.opt("time", x.time);
    v.opt("place_precision", x.place_precision);
    v.opt("answered_by", x.answered_by);
}

template <class V>
void visit(V& v, Is<Statement> auto& x) {
    v.need("id", x.id);
    v.opt("source", x.source);
    v.opt("via", x.via);
    v.opt("addressee", x.addressee);
    v.opt("cue", x.cue);
    v.need("content", x.content);
    v.need("quotation", x.quotation);
    v.opt("quoted", x.quoted);
    v.need("act", x.act);
    v.need("certainty", x.certainty);
    v.opt("time", x.time);
    v.opt("about", x.about);
    v.opt("blames", x.blames);
    v.opt("channel", x.channel);
    v.opt("warns_of", x.warns_of);
}

template <class V>
void visit(V& v, Is<ReaderVersion> auto& x) {
    v.need("version", x.version);
    v.need("model", x.model);
}

template <class V>
void visit(V& v, Is<Article> auto& x) {
    v.opt("given_id", x.given_id);
    v.need("document", x.document);
}

template <class V>
void visit(V& v, Is<Reading> auto& x) {
    v.need("reader", x.reader);
    v.opt("given_id", x.given_id);
    v.need("document", x.document);
    v.need("entities", x.entities);
    v.need("times", x.times);
    v.need("events", x.events);
    v.need("statements", x.statements);
}

}  // namespace sayso::fields
