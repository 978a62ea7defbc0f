#include "read/other_senses.h"

#include <algorithm>
#include <array>

#include "read/cue_frames.h"
#include "read/transcripts.h"
#include "read/tree_phrases.h"
#include "read/words.h"

namespace sayso {
namespace {

/// Words for a price or an hour: "half past nine", "six crowns".
bool begins_with_number(const TreeView& tree, WordSpan content) {
    return tree.upos(content.first) == "NUM" && !tree.words()[content.first].is("one");
}

/// The cue's verb with the first piece of what it is to have said.
struct Said {
    const TreeView& tree;
    Index verb;
    WordSpan content;
    const Attribution& one;

    [[nodiscard]] bool is(std::string_view lemma) const { return tree.lemma(verb) == lemma; }
    [[nodiscard]] const TextWord& first() const { return tree.words()[content.first]; }
};

/// "no plans"
bool has_no(const TreeView& tree, Index noun) {
    const auto determiner = tree.child(noun, "det");
    return determiner != none && tree.words()[determiner].is("no");
}

/// "The clock told half past nine"
bool tells_the_time(const Said& said) {
    return said.is("tell") && !said.one.addressee && begins_with_number(said.tree, said.content);
}

/// "conceded two goals"
bool concedes_points(const Said& said) {
    static constexpr std::array<std::string_view, 16> points{"goal", "try",  "penalty", "corner", "wicket", "point",
                                                             "run",  "set",  "kick",    "lap",    "game",   "touchdown",
                                                             "seat", "land", "ground",  "throw"};
    if (!said.is("concede")) return false;
    const auto object = said.tree.child(said.verb, "obj");
    return object != none && said.content.contains(object) && among(points, said.tree.lemma(object));
}

/// "portrayed a friend": played, unless "as" tells what is thought of somebody.
bool plays_a_part(const Said& said) {
    if (!said.is("portray") || said.tree.words()[said.content.first].mark) return false;
    for (auto i = said.content.first; i < said.content.last; ++i) {
        if (said.tree.words()[i].is("as")) return false;
    }
    return true;
}

/// "denied the motion the chance to be heard": did not give it.
bool withholds_from(const Said& said) {
    if (!said.is("deny")) return false;
    const auto other = said.tree.child(said.verb, "iobj");
    return other != none && said.tree.child(said.verb, "obj") != none;
}

/// "has no plans to leave"
bool has_none(const Said& said) {
    return has_no(said.tree, said.verb) &&
           one_of(said.tree.lemma(said.verb), "plan", "intention", "desire", "wish", "ambition");
}

/// ", meaning to say, that": puts it in other words
bool rephrases(const Said& said) {
    return said.is("mean") && said.tree.words()[said.verb].is("meaning") && said.first().is("to");
}

/// "argued on the quay as the boat left", "As the boat left, they went on to argue": only when, why or how it was done.
bool tells_only_circumstances(const Said& said) {
    static constexpr std::array<std::string_view, 11> openers{
        "as", "when", "while", "after", "before", "because", "until", "whilst", "since", "although", "unless"};
    const bool before = said.content.last <= said.verb;
    if (before ? said.tree.child(said.verb, "xcomp") == none : said.content.first < said.verb) return false;
    if (!among(openers, said.first().lower)) return false;
    const auto head = said.tree.head_of(said.content);
    const auto opener = said.content.first;
    return said.tree.head(opener) == head && (said.tree.is(opener, "mark") || said.tree.is(opener, "advmod")) &&
           said.tree.is(head, "advcl");
}

/// "is expected to resign": nobody is given who expects it, and it is no word of what has happened.
bool is_only_expected(const Said& said) {
    return said.is("expect") && !said.one.source && said.tree.child(said.verb, "nsubj:pass") != none &&
           said.tree.child(said.verb, "obl:agent") == none;
}

/// "Police charged the crowd": ran at it. Accused is who is charged with something.
bool charges_at(const Said& said) {
    const auto& tree = said.tree;
    const auto object = tree.child(said.verb, "obj");
    if (!said.is("charge") || object == none || !said.content.contains(object)) return false;
    for (auto i = said.content.first; i < said.content.last; ++i) {
        const auto& word = tree.words()[i];
        if (word.is("with") || word.is("over") || word.is("that") || word.is("under") || word.is("for")) return false;
    }
    return true;
}

/// "Guards call the crossing “Checkpoint Soup”": that is its name.
bool gives_a_name(const Said& said) {
    if (!said.is("call") && !said.is("name") && !said.is("dub") && !said.is("nickname")) return false;
    const auto& words = said.tree.words();
    Index quoted = 0;
    for (auto i = said.content.first; i < said.content.last; ++i) {
        if (words[i].quoted == none || words[i].punctuation || words[i].is(preposition | determiner)) continue;
        if (!words[i].capital) return false;
        ++quoted;
    }
    return quoted > 1;
}

/// "were singing “Tell Me Why”"
bool sings_a_title(const Said& said) {
    const auto& words = said.tree.words();
    if (!said.is("sing") && !said.is("play") && !said.is("chant") && !said.is("hum")) return false;
    for (auto i = said.content.first; i < said.content.last; ++i) {
        if (!words[i].punctuation && !words[i].capital && !words[i].is(preposition | determiner)) return false;
    }
    return true;
}

/// "withdrew its troops": only words are taken back.
bool withdraws_things(const Said& said) {
    const auto object = said.tree.child(said.verb, "obj");
    if (!said.is("withdraw") || object == none) return false;
    const auto& words = said.tree.words();
    const bool of_words = words.lexicons->cue_noun(said.tree.lemma(object)) != nullptr ||
                          words[object].noun == NounKind::document || words[object].is("story");
    return !of_words;
}

/// "Analysis: why the turbine failed"
bool is_under_rubric(const Said& said) {
    const auto& one = said.one;
    return one.source && one.statement.cue->lemma == ":" && one.source->last - one.source->first <= 2 &&
           is_rubric(said.tree.words()[one.source->first]);
}

/// "Comet S9: what we know", "Harbour Papers: …": a product or a work says nothing.
bool is_of_a_thing(const Said& said) {
    const auto& words = said.tree.words();
    if (said.one.statement.cue->lemma != ":" || !said.one.source) return false;
    const auto head = said.one.source->head;
    return is_of_name(words, head, NameType::product) || is_of_name(words, head, NameType::misc);
}

/// "Commenting on the strike, he said": what is said stands in the main clause.
bool is_occasion_of_saying(const Said& said) {
    const auto& tree = said.tree;
    if (!one_of(tree.words()[said.verb].lower, "commenting", "describing", "speaking", "talking", "discussing",
                "responding", "reacting", "replying", "referring"))
        return false;
    if (!tree.is(said.verb, "advcl") || said.first().quoted != none) return false;
    const auto main = tree.head(said.verb);
    const auto upos = tree.upos(tree.head_of(said.content));
    return main > said.verb && is_reporting_verb(tree.words(), main) &&
           (upos == "NOUN" || upos == "PROPN" || upos == "PRON");
}

/// "GOALKEEPERS: Escober (Olimpia), Lopez (Vida)": a list has no verb and more than one comma.
bool is_a_list(const Said& said) {
    if (said.one.statement.cue->lemma != ":") return false;
    int commas = 0;
    for (auto i = said.content.first; i < said.content.last; ++i) {
        const auto upos = said.tree.upos(i);
        if (upos == "VERB" || upos == "AUX") return false;
        commas += said.tree.words()[i].comma() ? 1 : 0;
    }
    return commas > 1;
}

/// "There is no evidence that": nobody says so.
bool is_of_none(const Said& said) {
    if (said.one.source || said.tree.upos(said.verb) != "NOUN") return false;
    // "Is there any hope that it will end?"
    const auto& words = said.tree.words();
    const auto determiner = said.tree.child(said.verb, "det");
    const bool asked =
        determiner != none && words[determiner].is("any") && words[words.unit(said.verb).last - 1].form == "?";
    return asked || has_no(said.tree, said.verb);
}

/// "He saw her leave", "was seen praying", "witnessed how it swam": part of a tale; but "Two boys saw the truck burn".
bool perceives(const Said& said) {
    if (!said.is("see") && !said.is("watch") && !said.is("witness") && !said.is("notice")) return false;
    if (said.tree.upos(said.verb) != "VERB" || said.first().is("that")) return false;
    if (said.is("watch") || said.is("witness")) return true;
    const bool by_witness = said.one.source && !said.tree.words()[said.one.source->head].is(pronoun | relative);
    const auto seen = said.tree.child(said.verb, "xcomp") != none || said.tree.child(said.verb, "ccomp") != none;
    if (by_witness && seen) return false;
    if (said.tree.child(said.verb, "nsubj:pass") != none) return said.first().lower != "as";
    // "saw in it a threat", "sees the plan as a gift" are judged by how they are put.
    return std::none_of(said.tree.children(said.verb).begin(), said.tree.children(said.verb).end(),
                        [&](Index child) { return has_case(said.tree, child, "as") && !said.tree.is(child, "advcl"); });
}

/// "was found guilty of theft", "was granted bail": what a court does.
bool is_a_verdict(const Said& said) {
    const auto& words = said.tree.words();
    if (said.is("grant")) return true;
    if (!said.is("find")) return false;
    return std::any_of(said.tree.children(said.verb).begin(), said.tree.children(said.verb).end(),
                       [&](Index child) { return words[child].is("guilty"); });
}

/// "heard evidence of fraud", "has heard of her"
bool hears_of(const Said& said) {
    if (!said.is("hear") || said.first().is("that")) return false;
    const auto upos = said.tree.upos(said.tree.head_of(said.content));
    return upos == "NOUN" || upos == "PROPN" || upos == "PRON";
}

/// "supports the resistance", "backs start-ups", "ideals support the movement": help; but "supports the candidate".
bool helps(const Said& said) {
    static constexpr std::array<std::string_view, 30> helped{
        "effort",   "project",   "work",       "programme", "program",  "family",      "student",     "business",
        "industry", "economy",   "growth",     "service",   "talent",   "initiative",  "development", "resistance",
        "recovery", "community", "network",    "system",    "sector",   "advancement", "start-up",    "startup",
        "farmer",   "victim",    "livelihood", "need",      "activity", "operation"};
    if (!said.is("support") && !said.is("back")) return false;
    const auto& tree = said.tree;
    const auto object = tree.child(said.verb, "obj");
    if (object == none || among(helped, tree.lemma(object))) return true;
    const auto subject = tree.child(said.verb, "nsubj");
    return subject != none && tree.upos(subject) == "NOUN" && tree.words()[subject].noun == NounKind::none;
}

/// "discussed the treaty", "represents the support": only what it was about, if anything, is told.
bool tells_no_words(const Said& said) {
    return said.is("discuss") || said.is("represent") || said.is("mark") || said.is("embody");
}

/// "maintained a strict policy": only a clause is maintained in words.
bool keeps_up(const Said& said) {
    const auto object = said.tree.child(said.verb, "obj");
    return said.is("maintain") && object != none && said.content.contains(object) &&
           said.tree.head_of(said.content) == object;
}

/// "The court dismissed the application": a ruling, which is no view of somebody's.
bool rules_on(const Said& said) {
    static constexpr std::array<std::string_view, 12> cases{"application", "appeal", "case",   "petition",
                                                            "lawsuit",     "suit",   "motion", "complaint",
                                                            "bail",        "plea",   "charge", "count"};
    if (!said.is("dismiss") && !said.is("reject") && !said.is("uphold") && !said.is("quash")) return false;
    const auto object = said.tree.child(said.verb, "obj");
    const auto subject = said.tree.child(said.verb, "nsubj");
    if (object == none || subject == none) return false;
    // "one of two charges"
    const auto of = child_with_case(said.tree, object, "nmod", "of");
    if (!among(cases, said.tree.lemma(object)) && !(of != none && among(cases, said.tree.lemma(of)))) return false;
    const auto lemma = said.tree.lemma(subject);
    return one_of(lemma, "court", "judge", "tribunal", "bench", "magistrate", "jury", "panel") ||
           said.tree.words()[subject].is("court");
}

/// "It is telling that", "the confirmed cases", "the judged opponents": the word only describes.
bool only_describes(const Said& said) {
    const auto& tree = said.tree;
    if (tree.is(said.verb, "amod")) return true;
    const auto subject = tree.child(said.verb, "nsubj");
    const bool it = tree.child(said.verb, "expl") != none || (subject != none && tree.words()[subject].is("it"));
    return said.is("tell") && (tree.child(said.verb, "cop") != none || (it && tree.words()[said.verb].is("telling")));
}

/// "if they want to attend", "unless he admits it": nobody is told to have said or wished it.
bool is_only_assumed(const Said& said) {
    const auto& tree = said.tree;
    if (!tree.is(said.verb, "advcl")) return false;
    const auto mark = tree.child(said.verb, "mark");
    return mark != none &&
           (tree.words()[mark].is("if") || tree.words()[mark].is("unless") || tree.words()[mark].is("whether"));
}

/// "are threatened by overfishing", "threatened by the flood": in danger.
bool endangers_things(const Said& said) {
    if (!said.is("threaten") || said.tree.child(said.verb, "nsubj:pass") == none) return false;
    const auto agent = child_with_case(said.tree, said.verb, "obl", "by");
    if (agent == none) return false;
    const auto& word = said.tree.words()[agent];
    return word.noun == NounKind::none && word.name == none && !word.is(object_pronoun);
}

/// "was recognised with an award"
bool honours(const Said& said) {
    return one_of(said.tree.lemma(said.verb), "recognise", "recognize", "acknowledge") &&
           said.tree.child(said.verb, "nsubj:pass") != none &&
           child_with_case(said.tree, said.verb, "obl", "as") == none && !said.first().is("that");
}

/// "were charged in court on Monday", "indicted nine men": what with is not told.
bool tells_no_charge(const Said& said) {
    const auto& tree = said.tree;
    const bool indicts = said.is("indict") && said.tree.child(said.verb, "obj") != none;
    if (!indicts && (!said.is("charge") || tree.child(said.verb, "nsubj:pass") == none)) return false;
    return std::none_of(tree.children(said.verb).begin(), tree.children(said.verb).end(), [&](Index child) {
        return one_of(tree.words()[child].lower, "with") || has_case(tree, child, "with") ||
               has_case(tree, child, "over") || has_case(tree, child, "for");
    });
}

/// "has not yet declared it an emergency", "did not announce a date": nothing was made known.
bool makes_nothing_known(const Said& said) {
    return one_of(said.tree.lemma(said.verb), "declare", "announce", "proclaim", "decree") &&
           is_negated(said.tree, said.verb);
}

/// "considering that the cup is for all": given that
bool is_given_that(const Said& said) {
    return said.is("consider") && said.tree.words()[said.verb].is("considering") && said.first().is("that") &&
           said.tree.child(said.verb, "aux") == none && said.content.first == said.verb + 1;
}

/// "welcomed the visitors": greeted them
bool greets(const Said& said) {
    const auto object = said.tree.child(said.verb, "obj");
    if (!said.is("welcome") || object == none) return false;
    const auto kind = said.tree.words()[object].noun;
    return kind == NounKind::people || kind == NounKind::person || is_person_name(said.tree.words(), object);
}

/// "claimed victory", "claimed the title": won it.
bool wins(const Said& said) {
    static constexpr std::array<std::string_view, 14> prizes{"victory", "title", "medal", "gold",  "silver",
                                                             "bronze",  "win",   "crown", "prize", "championship",
                                                             "trophy",  "spot",  "scalp", "place"};
    const auto object = said.tree.child(said.verb, "obj");
    return said.is("claim") && object != none && among(prizes, said.tree.lemma(object));
}

/// "Kits were offered to all": things are handed out.
bool offers_things(const Said& said) {
    const auto subject = said.tree.child(said.verb, "nsubj:pass");
    return said.is("offer") && subject != none &&
           said.tree.words().lexicons->cue_noun(said.tree.lemma(subject)) == nullptr;
}

/// "people meant to benefit", "a man wanted by the police", "walls are intended to protect": not what they mean or
/// want.
bool is_meant(const Said& said) {
    const auto& tree = said.tree;
    if (!said.is("mean") && !said.is("want") && !said.is("intend")) return false;
    if (tree.upos(said.verb) != "VERB" || tree.words()[said.verb].lower.ends_with("ing")) return false;
    const bool participle = tree.relation(said.verb) == "acl" && tree.child(said.verb, "nsubj") == none;
    return participle || tree.child(said.verb, "nsubj:pass") != none || tree.child(said.verb, "aux:pass") != none;
}

/// "sought shelter", "seeking work": things, which nobody has to name to look for them.
bool seeks_things(const Said& said) {
    const auto object = said.tree.child(said.verb, "obj");
    return said.is("seek") && object != none && said.tree.child(said.verb, "xcomp") == none &&
           one_of(said.tree.lemma(object), "shelter", "refuge", "asylum", "cover", "treatment", "work", "employment",
                  "job", "sanctuary", "protection", "safety", "food", "water", "fortune", "revenge", "pleasure");
}

/// "advocates on behalf of the ministry" in court
bool acts_for_another(const Said& said) {
    return said.is("advocate") && said.first().is("on") && said.content.first > said.verb;
}

/// "Do you think it was right?": who is asked has not said so.
bool is_asked_for_a_view(const Said& said) {
    const auto& words = said.tree.words();
    const auto last = words.unit(said.verb).last - 1;
    return said.one.source && words[said.one.source->head].is("you") && words[last].form == "?" &&
           one_of(said.tree.lemma(said.verb), "think", "believe", "know", "feel", "say", "see", "want");
}

/// "responded at 10 on Monday": when alone is nothing said.
bool tells_only_when(const Said& said) {
    const auto& words = said.tree.words();
    if (said.one.statement.content.size() > 1) return false;
    bool time = false;
    for (auto i = said.content.first; i < said.content.last; ++i) {
        const auto& word = words[i];
        const bool digit = word.form[0] >= '0' && word.form[0] <= '9';
        if (!word.punctuation && !digit && !word.is(time_word | preposition | determiner)) return false;
        time = time || (word.is(time_word) && !word.is(determiner));
    }
    return time;
}

/// "published false information about the flood"
bool publishes_things(const Said& said) {
    return said.is("publish") && said.tree.child(said.verb, "obj") != none &&
           (said.first().is("about") || said.first().is("on"));
}

/// "Talking about the raid, he said …", "Asked for comment, …": what is said stands in the main clause.
bool leads_to_main_clause(const Said& said) {
    const auto& tree = said.tree;
    const auto& words = tree.words();
    if (said.verb != words.unit(said.verb).first || !(tree.is(said.verb, "advcl") || tree.is(said.verb, "csubj")))
        return false;
    return one_of(words[said.verb].lower, "talking", "speaking", "commenting", "responding", "replying", "reacting",
                  "asked", "questioned", "quizzed", "pressed") &&
           !said.one.source &&
           (said.first().is("about") || said.first().is("for") || said.first().is("on") ||
            said.tree.upos(said.content.first) == "DET");
}

/// "it is hard to imagine that"
bool is_hard_to_do(const Said& said) {
    const auto& tree = said.tree;
    const auto up = tree.head(said.verb);
    const bool hard = up != none && one_of(tree.lemma(up), "hard", "difficult", "easy", "impossible", "tough");
    return one_of(tree.lemma(said.verb), "imagine", "believe", "see", "tell", "say", "know", "understand", "wonder",
                  "find") &&
           (hard || one_of(tree.lemma(said.verb), "hard", "difficult")) && !said.one.source;
}

/// "the threat that the river poses": the clause tells which, or whose.
bool is_posed(const Said& said) {
    return said.is("threat") && said.tree.upos(said.verb) == "NOUN" &&
           one_of(said.tree.lemma(said.content.last - 1), "pose", "present", "face", "represent");
}

/// "remain reluctant to denounce the raid": does not.
bool is_reluctant(const Said& said) {
    const auto& words = said.tree.words();
    const auto cue = words_covered(words, said.one.statement.cue->span);
    const auto up = said.tree.head(said.verb);
    const auto holds_back = [](std::string_view word) {
        return one_of(word, "reluctant", "unwilling", "hesitant", "loath", "reluctance", "unwillingness");
    };
    for (auto i = cue.first; i < cue.last; ++i) {
        if (holds_back(words[i].lower)) return true;
    }
    return up != none && holds_back(said.tree.lemma(up)) && said.tree.is(said.verb, "xcomp");
}

/// "treats as an enemy anyone who thought so", "those who believe that": a kind of people, whoever they are.
bool is_said_by_anyone(const Said& said) {
    const auto& tree = said.tree;
    if (!said.one.source || !tree.words()[said.one.source->head].is("who")) return false;
    const auto verb = tree.head(said.one.source->head);
    const auto who = verb == none || !tree.is(verb, "acl:relcl") ? none : tree.head(verb);
    return who != none && one_of(tree.words()[who].lower, "anyone", "anybody", "whoever", "everyone", "everybody");
}

/// "the criticism that the regime was facing": the clause tells who gets it.
bool is_got(const Said& said) {
    const auto& tree = said.tree;
    if (tree.upos(said.verb) != "NOUN" || !said.first().is("that")) return false;
    const auto clause = tree.head_of(said.content);
    return tree.is(clause, "acl") && tree.head(clause) == said.verb &&
           one_of(tree.lemma(clause), "receive", "face", "get", "draw", "earn", "attract", "meet", "level", "endure");
}

/// "which cited Tomas Iver": whose words it passes on, not what they are.
bool only_names_a_source(const Said& said) {
    const auto& tree = said.tree;
    if (!said.is("cite") && !said.is("quote")) return false;
    const auto head = tree.head_of(said.content);
    return said.content.first > said.verb && said.first().quoted == none && tree.is(head, "obj") &&
           (is_person_name(tree.words(), head) || tree.child(head, "appos") != none) && tree.child(head, "acl") == none;
}

/// "is widely viewed as a joke", "was recognised as a hero": nobody is told to hold it.
bool is_seen_so_by_nobody(const Said& said) {
    return one_of(said.tree.lemma(said.verb), "view", "regard", "recognise", "recognize", "perceive") &&
           !said.one.source && said.tree.child(said.verb, "nsubj:pass") != none &&
           said.tree.child(said.verb, "obl:agent") == none;
}

/// "appealed to the crowd": what for is not told.
bool appeals_for_nothing(const Said& said) {
    const auto& words = said.tree.words();
    const auto cue = words_covered(words, said.one.statement.cue->span);
    const auto head = said.tree.head_of(said.content);
    return said.is("appeal") && words[cue.last - 1].is("to") && said.content.first == cue.last &&
           said.tree.upos(head) != "VERB" && said.tree.upos(said.content.first) != "PART";
}

/// "none of the eight has uttered a word against it"
bool is_said_by_none(const Said& said) {
    const auto& tree = said.tree;
    const auto subject = tree.child(said.verb, "nsubj");
    if (said.one.source || subject == none || tree.upos(said.verb) != "VERB") return false;
    return one_of(tree.lemma(subject), "none", "nobody", "neither") || has_no(tree, subject);
}

/// "will be dealt with according to the law": how, not by whose word.
bool is_by_a_rule(const Said& said) {
    const auto& words = said.tree.words();
    const auto cue = words_covered(words, said.one.statement.cue->span);
    if (!words[cue.first].is("according") || !said.one.source) return false;
    const bool how =
        cue.first > words.unit(cue.first).first && !words[cue.first - 1].comma() && words[cue.first - 1].quoted == none;
    return how &&
           one_of(said.tree.lemma(said.one.source->head), "law", "rule", "regulation", "procedure", "protocol", "norm");
}

/// "is referred to as “the engine room”": its name.
bool is_called(const Said& said) {
    return said.is("refer") && !said.one.source && said.tree.child(said.verb, "nsubj:pass") != none;
}

/// "Drivers are required to wear it": by a rule, whoever made it.
bool is_only_required(const Said& said) {
    return (said.is("require") || said.is("oblige") || said.is("force")) && !said.one.source &&
           said.tree.child(said.verb, "aux:pass") != none;
}

/// "We do not want to be biased", "never meant to leave": nothing is wanted.
bool wants_nothing(const Said& said) {
    return one_of(said.tree.lemma(said.verb), "want", "wish", "plan", "intend", "mean", "hope", "seek", "aim") &&
           said.tree.upos(said.verb) == "VERB" && is_negated(said.tree, said.verb);
}

/// "Dubbed Skookumjim": its name.
bool names_a_thing(const Said& said) {
    if (!said.is("dub") && !said.is("nickname") && !said.is("name")) return false;
    const auto& words = said.tree.words();
    for (auto i = said.content.first; i < said.content.last; ++i) {
        if (words[i].quoted != none) return false;
    }
    return true;
}

/// "people prefer the horse": taste, not what somebody aims at.
bool only_likes_better(const Said& said) {
    if (!said.is("prefer")) return false;
    return said.tree.child(said.verb, "xcomp") == none && said.tree.child(said.verb, "ccomp") == none;
}

/// "Reading the phrase, one may think": whoever reads it says nothing.
bool only_reads(const Said& said) {
    return said.is("read") && said.tree.words()[said.verb].is("reading") && said.tree.words()[said.verb].quoted == none;
}

/// "Orvik received a warning": who gets it says nothing.
bool receives(const Said& said) {
    const auto object = said.tree.child(said.verb, "obj");
    return one_of(said.tree.lemma(said.verb), "receive", "get", "earn", "draw", "face") &&
           said.tree.upos(said.verb) == "VERB" && object != none &&
           said.tree.words().lexicons->cue_noun(said.tree.lemma(object)) != nullptr && said.one.source &&
           said.tree.head(said.one.source->head) == said.verb;
}

/// "with universities viewed as strongholds": what is so seen is no source.
bool is_seen_as(const Said& said) {
    return one_of(said.tree.lemma(said.verb), "view", "see", "know", "consider", "regard", "describe", "deem") &&
           said.tree.relation(said.verb) == "acl" && !said.tree.words()[said.verb].lower.ends_with("ing") &&
           said.one.source && said.tree.head(said.verb) == said.one.source->head;
}

/// "are charged six crowns"
bool charges_a_price(const Said& said) {
    return said.is("charge") && said.content.first > said.verb && begins_with_number(said.tree, said.content);
}

}  // namespace

bool says_nothing(const TreeView& tree, const Attribution& one) {
    if (!one.statement.cue) return false;
    const auto& words = tree.words();
    const auto cue = words_covered(words, one.statement.cue->span);
    const auto content = words_covered(words, one.statement.content.front());
    if (cue.empty() || content.empty()) return false;
    const Said said{tree, tree.head_of(cue), content, one};
    if (sings_a_title(said) || gives_a_name(said)) return true;
    if (words[content.first].mark) return false;
    return is_a_list(said) || is_under_rubric(said) || withdraws_things(said) || questions_people(tree, said.verb) ||
           takes_lives(tree, said.verb) || charges_at(said) || is_of_none(said) || tells_the_time(said) ||
           measures_nothing(tree, said.verb, content) || concedes_points(said) || withholds_from(said) ||
           plays_a_part(said) || has_none(said) || rephrases(said) || tells_only_circumstances(said) ||
           is_only_expected(said) || charges_a_price(said) || perceives(said) || is_a_verdict(said) || hears_of(said) ||
           helps(said) || tells_no_words(said) || keeps_up(said) || rules_on(said) || only_describes(said) ||
           is_only_assumed(said) || endangers_things(said) || honours(said) || tells_no_charge(said) ||
           makes_nothing_known(said) || names_a_thing(said) || is_given_that(said) || greets(said) ||
           is_only_required(said) || wants_nothing(said) || wins(said) || offers_things(said) || is_meant(said) ||
           only_likes_better(said) || only_reads(said) || receives(said) || is_seen_as(said) || seeks_things(said) ||
           acts_for_another(said) || is_asked_for_a_view(said) || tells_only_when(said) || publishes_things(said) ||
           leads_to_main_clause(said) || is_hard_to_do(said) || is_posed(said) || is_said_by_none(said) ||
           is_called(said) || is_reluctant(said) || is_said_by_anyone(said) || is_got(said) ||
           only_names_a_source(said) || is_seen_so_by_nobody(said) || is_of_a_thing(said) ||
           is_occasion_of_saying(said) || is_by_a_rule(said) || appeals_for_nothing(said);
}

}  // namespace sayso
