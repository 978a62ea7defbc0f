#include "sayso/flow.h"

#include <exception>
#include <utility>

#include "flow/in_order.h"
#include "sayso/version.h"

namespace sayso {
namespace {

/// All articles of the inputs. What `each` throws ends the intake and comes out here, whatever the
/// intake makes of errors of its own.
void for_each_article(const std::vector<std::string>& inputs, const FlowOptions& options, const FaultSink& on_fault,
                      const ArticleSink& each) {
    std::exception_ptr failure;
    const auto guarded = [&](Article&& article) {
        try {
            return each(std::move(article));
        } catch (...) {
            failure = std::current_exception();
            return false;
        }
    };
    take_in(inputs, options.limits, guarded, on_fault);
    if (failure) std::rethrow_exception(failure);
}

/// Counts the reports that are finished.
class Progress {
public:
    explicit Progress(const FlowOptions& options) : tell_(options.on_progress) {}
    void one_more() {
        ++reports_;
        if (tell_) tell_(reports_);
    }

private:
    const std::function<void(std::uint64_t)>& tell_;
    std::uint64_t reports_ = 0;
};

/// Works on every article of the inputs and hands the results to `sink` in the articles' order.
template <class Result>
void work_through(const std::vector<std::string>& inputs, const FlowOptions& options, const FaultSink& on_fault,
                  const std::function<Result(const Article&)>& work, const std::function<bool(Result&&)>& sink) {
    Progress progress(options);
    InOrder<Article, Result> line(options.threads, work, [&](Result&& result) {
        const bool go_on = sink(std::move(result));
        progress.one_more();
        return go_on;
    });
    for_each_article(inputs, options, on_fault, [&](Article&& article) {
        const auto bytes = article.document.text.size();
        return line.push(std::move(article), bytes);
    });
    line.finish();
}

}  // namespace

Reading read_article(const Article& article, const Analyser& analyser, const Reader& reader) {
    return reader.read(article, analyser.analyse(article));
}

void read_all(const std::vector<std::string>& inputs, const Analyser& analyser, const Reader& reader,
              const FlowOptions& options, const std::function<bool(Reading&&)>& sink, const FaultSink& on_fault) {
    work_through<Reading>(
        inputs, options, on_fault, [&](const Article& article) { return read_article(article, analyser, reader); },
        sink);
}

void analyse_all(const std::vector<std::string>& inputs, const Analyser& analyser, const FlowOptions& options,
                 const std::function<bool(Analysis&&)>& sink, const FaultSink& on_fault) {
    work_through<Analysis>(
        inputs, options, on_fault, [&](const Article& article) { return analyser.analyse(article); }, sink);
}

// The whole way: bytes → intake → analyse → read → record. Analysing and reading are spread over the
// threads; intake and record stay on this one.
AddCounts add_all(const std::vector<std::string>& inputs, const Analyser& analyser, const Reader& reader,
                  Record& record, const FlowOptions& options, const FaultSink& on_fault) {
    AddCounts counts;
    const ReaderVersion reads{std::string(sayso::version), analyser.model()};
    Progress progress(options);

    const auto analyse_and_read = [&](const Article& article) {
        return reader.read(article, analyser.analyse(article));
    };
    const auto put_into_record = [&](Reading&& reading) {
        switch (record.add(reading)) {
            case Record::Added::added:
                ++counts.added;
                break;
            case Record::Added::reread:
                ++counts.reread;
                break;
            case Record::Added::already_there:
                ++counts.already_there;
                break;
        }
        progress.one_more();
        return true;
    };

    InOrder<Article, Reading> line(options.threads, analyse_and_read, put_into_record);
    for_each_article(inputs, options, on_fault, [&](Article&& article) {
        if (record.holds(article.document, reads)) {
            ++counts.already_there;
            progress.one_more();
            return true;
        }
        const auto bytes = article.document.text.size();
        return line.push(std::move(article), bytes);
    });
    line.finish();
    return counts;
}

}  // namespace sayso
