#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace sayso {

/// Works on items with several threads and hands the results out in the order in which the items came.
///
/// Only `work` runs on other threads, so it must not change anything that is shared; `take` runs on the
/// thread that calls `push` and `finish`. How much is under way at once is bounded by number and by bytes.
/// What `work` throws is thrown again by the call in which its result would have been handed out: all
/// results before it have been, none behind it will be.
template <class Item, class Result>
class InOrder {
public:
    using Work = std::function<Result(const Item&)>;
    /// Takes a result; returns false to stop.
    using Take = std::function<bool(Result&&)>;

    /// With `threads` 0, one for each core; with 1, everything runs on the caller's thread.
    InOrder(unsigned threads, Work work, Take take) : work_(std::move(work)), take_(std::move(take)) {
        if (threads == 0) threads = std::thread::hardware_concurrency();
        if (threads > 1) start(threads);
    }

    /// Work that has begun is waited for, work that has not is dropped.
    ~InOrder() {
        for (auto& thread : threads_) thread.request_stop();
    }

    InOrder(const InOrder&) = delete;
    InOrder& operator=(const InOrder&) = delete;

    /// Hands in an item that takes up `bytes`. False once `take` has asked to stop.
    bool push(Item item, std::size_t bytes) {
        if (threads_.empty()) {
            if (!stopped_) stopped_ = !take_(work_(item));
            return !stopped_;
        }
        while (!stopped_ && (is_full(bytes) || front_is_done())) take_front();
        if (!stopped_) add(std::move(item), bytes);
        return !stopped_;
    }

    /// Waits for what is under way and hands it out.
    void finish() {
        while (!stopped_ && !window_.empty()) take_front();
    }

private:
    static constexpr std::size_t items_per_thread = 4;
    static constexpr std::size_t most_bytes = 64'000'000;

    struct Job {
        Item item;
        std::size_t bytes = 0;
        std::optional<Result> result;
        std::exception_ptr failure;
        bool done = false;
    };

    /// Where the system grants fewer threads than asked for, those it grants do the work.
    void start(unsigned threads) {
        try {
            for (unsigned i = 0; i < threads; ++i) {
                threads_.emplace_back([this](const std::stop_token& stop) { work_until(stop); });
            }
        } catch (const std::system_error&) {
        }
    }

    /// A single item may be larger than the bound; it is then worked on alone.
    [[nodiscard]] bool is_full(std::size_t more) const {
        return window_.size() >= items_per_thread * threads_.size() || (!window_.empty() && bytes_ + more > most_bytes);
    }

    [[nodiscard]] bool front_is_done() {
        const std::lock_guard lock(mutex_);
        return !window_.empty() && window_.front()->done;
    }

    void add(Item item, std::size_t bytes) {
        window_.push_back(std::make_unique<Job>(Job{std::move(item), bytes, {}, {}, false}));
        bytes_ += bytes;
        {
            const std::lock_guard lock(mutex_);
            waiting_.push_back(window_.back().get());
        }
        job_waits_.notify_one();
    }

    void take_front() {
        {
            std::unique_lock lock(mutex_);
            job_done_.wait(lock, [this] { return window_.front()->done; });
        }
        const auto job = std::move(window_.front());
        window_.pop_front();
        bytes_ -= job->bytes;
        if (job->failure) {
            stopped_ = true;
            std::rethrow_exception(job->failure);
        }
        stopped_ = !take_(std::move(*job->result));
    }

    void work_until(const std::stop_token& stop) {
        while (auto* job = next_job(stop)) {
            try {
                job->result.emplace(work_(job->item));
            } catch (...) {
                job->failure = std::current_exception();
            }
            const std::lock_guard lock(mutex_);
            job->done = true;
            job_done_.notify_one();
        }
    }

    [[nodiscard]] Job* next_job(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        job_waits_.wait(lock, stop, [this] { return !waiting_.empty(); });
        if (stop.stop_requested()) return nullptr;
        auto* job = waiting_.front();
        waiting_.pop_front();
        return job;
    }

    Work work_;
    Take take_;
    std::deque<std::unique_ptr<Job>> window_;  ///< under way, oldest first; the caller's thread alone touches it
    std::size_t bytes_ = 0;
    bool stopped_ = false;

    std::mutex mutex_;  ///< guards `waiting_` and each job's `done`
    std::deque<Job*> waiting_;
    std::condition_variable_any job_waits_;
    std::condition_variable job_done_;
    std::vector<std::jthread> threads_;  ///< last, so that they have ended before the rest goes
};

}  // namespace sayso
