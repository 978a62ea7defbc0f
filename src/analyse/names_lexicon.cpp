#include "analyse/names_lexicon.h"

#include <stdexcept>

#include "base/tables.h"
#include "base/utf8.h"

namespace sayso::analyse {
namespace {

constexpr std::size_t longest_word = 24;

WordFact head_fact(std::string_view type) {
    if (type == "organization") return organization_head;
    if (type == "facility") return facility_head;
    if (type == "location") return location_head;
    if (type == "misc") return misc_head;
    throw std::logic_error("lexicon/names_heads.tsv: no such type: " + std::string(type));
}

WordFact context_fact(std::string_view kind) {
    if (kind == "role") return role;
    if (kind == "field") return field;
    if (kind == "vessel") return vessel;
    if (kind == "vessel_prefix") return vessel_prefix;
    if (kind == "outfit") return outfit;
    if (kind == "work") return work;
    if (kind == "place") return place_noun;
    if (kind == "direction") return direction;
    throw std::logic_error("lexicon/names_context.tsv: no such kind: " + std::string(kind));
}

template <class Use>
void split(std::string_view text, char mark, const Use& use) {
    while (!text.empty()) {
        const auto end = std::min(text.find(mark), text.size());
        if (end > 0) use(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

}  // namespace

NamesLexicon::NamesLexicon() {
    for (const auto& row : table_rows(built_in_file("lexicon/names_given.tsv"), 2)) add(row[1], given_name);
    for (const auto& row : table_rows(built_in_file("lexicon/names_titles.tsv"), 1)) add(row[0], title);
    for (const auto& row : table_rows(built_in_file("lexicon/names_common.tsv"), 1)) add(row[0], common_word);
    for (const auto& row : table_rows(built_in_file("lexicon/names_family.tsv"), 2)) add(row[1], family_name);
    for (const auto& row : table_rows(built_in_file("lexicon/names_context.tsv"), 2)) add(row[1], context_fact(row[0]));
    load_heads();
    load_known();
    add("january february march april may june july august september october november december jan. feb. mar. apr. "
        "aug. "
        "sept. sep. oct. nov. dec. jan feb apr aug sept oct nov dec jun jul",
        month);
    add("monday tuesday wednesday thursday friday saturday sunday", weekday);
    add("dollar dollars euro euros pound pounds sterling yen yuan renminbi won rupee rupees taka rial rials riyal "
        "riyals dinar "
        "dinars dirham dirhams shekel shekels lira ruble rubles rouble roubles hryvnia hryvnias zloty krona kronor "
        "krone kroner "
        "franc francs peso pesos real reais sol soles bolivar bolivars rand naira cedi cedis shilling shillings birr "
        "kwacha "
        "kwanza pula baht ringgit rupiah dong kyat riel kip tugrik tenge som manat lari dram cents usd eur gbp cny rmb "
        "inr "
        "pkr bdt zar ngn ghs kes ugx tzs aed sar qar egp php thb myr sgd aud cad",
        currency);
    add("e y wa ka ould zur zum de del la las los di da do dos das du le van von der den ter ten bin ibn bint ben al "
        "el ul abu zu af",
        particle);
    add("al el as ash an at ad ar az ut us", article_prefix);
    add("said says told added asked wrote warned insisted argued explained stated tweeted claimed announced noted "
        "recalled replied admitted acknowledged testified confessed joked shouted pleaded",
        speech_verb);
    add("in near from at outside around across throughout", place_preposition);
    add("hundred thousand million billion trillion crore crores lakh lakhs mn bn m b k", number_word);
    add("ceo cfo cto mp mps mla tv id pm am ad bc ai it pr hr dna rna cctv suv gps usb sms dj vip diy faq pdf atm mri "
        "icu hq km "
        "kg ok vs ii iii iv vi vii viii ix xi xii phd mba ba bsc msc md rip sos ngo ngos ceos smes sme gdp gps cv ipo "
        "ev evs "
        "mou mous cpi fir gh qr mw sc uno rbi stem csk atms pcs oem ipos faqs  cop sos oc al nft nfts dvd vhs fyi asap "
        "wow yay lmao lol omg seo lng rfp dui adhd svp cpa dm p.s. i.e. e.g. l.p. bcc ceo. est gmt pst edt utc cet hh "
        "he hrh hm pm. drs eez cpu tba faq. a/c eta led lcd hiv. sme. vpn url html pdfs n.w. s.w. n.e. "
        "s.e. vs. p.m. a.m. pm. ma phd. lgbt lgbtq lgbtqi lgbtq+ "
        "ufo pc ppe pcr",
        no_acronym);
}

void NamesLexicon::add(std::string_view words, WordFact fact) {
    split(words, ' ', [&](std::string_view word) { facts_[lower(word)] |= fact; });
}

void NamesLexicon::load_heads() {
    for (const auto& row : table_rows(built_in_file("lexicon/names_heads.tsv"), 2)) add(row[1], head_fact(row[0]));
}

void NamesLexicon::load_known() {
    for (const auto& row : table_rows(built_in_file("lexicon/names_known.tsv"), 2)) {
        const auto type = value_named<NameType>(row[0]);
        if (!type) throw std::logic_error("lexicon/names_known.tsv: no such type: " + std::string(row[0]));
        split(row[1], '|', [&](std::string_view name) { known_.emplace(name, *type); });
    }
}

WordFacts NamesLexicon::facts(std::string_view word) const {
    if (word.size() > longest_word) return 0;
    const auto found = facts_.find(word);
    return found == facts_.end() ? 0 : found->second;
}

std::optional<NameType> NamesLexicon::known(std::string_view name) const {
    if (const auto found = known_.find(name); found != known_.end()) return found->second;
    if (gazetteer_.country(name)) return NameType::location;
    if (gazetteer_.country_of_demonym(name)) return NameType::norp;
    const auto place = gazetteer_.place(name);
    if (place && place->kind == ToponymKind::area) return NameType::location;
    return std::nullopt;
}

}  // namespace sayso::analyse
